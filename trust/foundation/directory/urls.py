from django.urls import path

from trust.foundation.directory import views

urlpatterns = [path("choose-day/", views.choose_day, name="choose-day")]
