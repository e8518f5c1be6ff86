from django.urls import path

from trust.foundation.design import views

app_name = "design"
urlpatterns = [path("", views.parts, name="parts")]
