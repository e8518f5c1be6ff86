from django.urls import path

from trust.governance.partnership import views

app_name = "partnership"
urlpatterns = [path("", views.list_partners, name="partners")]
