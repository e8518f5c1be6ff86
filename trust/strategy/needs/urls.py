from django.urls import path

from trust.strategy.needs.views import desk, findings, heard, reading, writing

app_name = "needs"
ONE = "needs/assessments/<uuid:assessment>/"
DESK = "office/needs/<uuid:assessment>/"
SECTION = f"{DESK}section/<int:number>/"
urlpatterns = [
    path("needs/", findings.what_we_found, name="list"),
    path("needs/findings.csv", findings.as_table, name="findings-csv"),
    path("needs/findings/<uuid:finding>/", findings.one_finding, name="finding"),
    path(ONE, reading.assessment, name="assessment"),
    path(f"{ONE}edition.pdf", reading.edition_on_paper, name="edition-pdf"),
    path(f"{ONE}summary.pdf", reading.summary_on_paper, name="summary-pdf"),
    path(f"{ONE}stale/", reading.what_is_stale, name="stale"),
    path(f"{ONE}editions/<int:number>/", reading.edition, name="edition"),
    path(f"{ONE}editions/<int:number>/edition.json", reading.as_data, name="edition-data"),
    path("office/findings/add/", writing.add, name="add"),
    path("office/findings/<uuid:finding>/correct/", writing.correct, name="correct"),
    path("office/needs/", desk.office, name="office"),
    path("office/needs/begin/", desk.begin, name="begin"),
    path("office/needs/comments/<uuid:comment>/answer/", heard.answer, name="answer"),
    path(DESK, desk.desk, name="desk"),
    path(f"{DESK}share/", desk.share, name="share"),
    path(f"{DESK}take-back/", desk.take_back, name="take-back"),
    path(f"{DESK}freeze/", desk.freeze, name="freeze"),
    path(f"{DESK}agree/", desk.agree, name="agree"),
    path(f"{DESK}next-edition/", desk.begin_edition, name="next-edition"),
    path(f"{DESK}comment/", heard.comment, name="comment"),
    path(f"{DESK}still-true/", heard.still_true, name="still-true"),
    path(f"{DESK}figure/<uuid:citation>/take-out/", writing.take_out, name="take-out"),
    path(f"{SECTION}write/", writing.write, name="write"),
    path(f"{SECTION}cite/", writing.cite, name="cite"),
    path(f"{SECTION}finding/", writing.add_to, name="add-to"),
    path(f"{SECTION}gap/", writing.add_gap, name="gap"),
    path(f"{SECTION}count/", writing.add_count, name="count"),
]
