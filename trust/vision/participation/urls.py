from django.urls import path

from trust.vision.participation import views

app_name = "participation"
urlpatterns = [
    path("tell-us/", views.tell_us, name="tell-us"),
    path("tell-us/kept/<uuid:comment>/", views.thanks, name="thanks"),
    path("tell-us/answer/", views.answer, name="answer"),
    path("office/comments/", views.comments, name="comments"),
    path("office/comments/<uuid:comment>/", views.comment, name="comment"),
]
