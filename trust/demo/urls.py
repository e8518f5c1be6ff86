from django.urls import path

from trust.demo import views

app_name = "demo"
urlpatterns = [path("", views.start, name="start")]
