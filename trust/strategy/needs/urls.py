from django.urls import path

from trust.strategy.needs import views

app_name = "needs"
urlpatterns = [
    path("needs/", views.what_we_found, name="list"),
    path("office/findings/add/", views.add, name="add"),
]
