from django.urls import path

from trust.governance.board.views import bodies, check, decisions, recording

app_name = "board"
urlpatterns = [
    path("who/", bodies.tree, name="tree"),
    path("who/board-check/", check.board_check, name="check"),
    path("who/family-tree.svg", bodies.tree_drawing, name="drawing"),
    path("who/<uuid:body>/", bodies.one_body, name="body"),
    path("decisions/", decisions.list_decisions, name="decisions"),
    path("office/decisions/", recording.list_for_office, name="office-decisions"),
    path("office/decisions/record/", recording.record_page, name="record-decision"),
    path("office/decisions/<uuid:decision>/", recording.correct_page, name="correct-decision"),
    path("office/decisions/<uuid:decision>/done/", recording.done_page, name="decision-done"),
]
