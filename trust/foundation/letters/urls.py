from django.urls import path

from trust.foundation.letters import views

app_name = "letters"
urlpatterns = [
    path("office/letters/", views.outbox, name="outbox"),
    path("letters/stop/<str:token>/", views.stop_page, name="stop"),
]
