from django.urls import path

from trust.vision.plan.views import account, briefing, public, write

app_name = "plan"
urlpatterns = [
    path("plan/", public.current, name="current"),
    path("plan/versions/", public.all_versions, name="versions"),
    path("plan/version/<int:number>/", public.one_version, name="version"),
    path("plan/version/<int:number>/difference/", public.difference, name="difference"),
    path("plan/version/<int:number>.json", public.open_data, name="open-data"),
    path("office/", account.office, name="office"),
    path("office/plan/", write.draft_page, name="draft"),
    path("office/plan/publish/", write.publish_page, name="publish"),
    path("office/plan/priority/add/", write.add_priority, name="add-priority"),
    path("office/priority/<uuid:priority>/", write.priority_page, name="priority"),
    path("office/priority/<uuid:priority>/words/", write.reword, name="reword"),
    path("office/priority/<uuid:priority>/findings/", write.findings, name="findings"),
    path("office/priority/<uuid:priority>/action/", write.add_action, name="add-action"),
    path("office/priority/<uuid:priority>/pledge/", write.add_pledge, name="add-pledge"),
    path("office/pledge/<uuid:pledge>/", write.correct_pledge, name="correct-pledge"),
    path("office/priority/<uuid:priority>/measure/", write.add_measure, name="add-measure"),
    path("office/action/<uuid:action>/report/", account.report_page, name="report"),
    path("office/briefing/", briefing.page_for_the_director, name="briefing"),
    path("office/briefing.pdf", briefing.as_pdf, name="briefing-pdf"),
    path("office/measure/<uuid:measure>/challenge/", briefing.challenge, name="challenge"),
]
