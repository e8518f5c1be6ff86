from django.urls import path

from trust.vision.participation.views import concerns, consulted, heard, public

app_name = "participation"
urlpatterns = [
    path("tell-us/", heard.tell_us, name="tell-us"),
    path("tell-us/kept/<uuid:comment>/", heard.thanks, name="thanks"),
    path("tell-us/answer/", heard.answer, name="answer"),
    path("office/comments/", heard.comments, name="comments"),
    path("office/comments/<uuid:comment>/", heard.comment, name="comment"),
    path("office/comments/<uuid:comment>/show/", heard.show, name="show-comment"),
    path("office/comments/<uuid:comment>/concern/", heard.mark, name="mark-concern"),
    path("office/concerns/", concerns.all_concerns, name="concerns"),
    path("office/concerns/<uuid:concern>/", concerns.one_concern, name="concern"),
    path("office/concerns/<uuid:concern>/return/", concerns.give_back, name="return-concern"),
    path("consultations/", public.all_consultations, name="consultations"),
    path("consultations/<uuid:consultation>/", public.one_consultation, name="consultation"),
    path("office/consultations/", consulted.every_consultation, name="every-consultation"),
    path("office/consultations/add/", consulted.open_consultation, name="open-consultation"),
    path(
        "office/consultations/<uuid:consultation>/",
        consulted.office_consultation,
        name="office-consultation",
    ),
    path("office/consultations/<uuid:consultation>/reach/", consulted.count_page, name="count-reached"),
    path("office/consultations/<uuid:consultation>/said/", consulted.finding_page, name="write-finding"),
    path("office/consultations/said/<uuid:finding>/", consulted.answer_page, name="answer-finding"),
]
