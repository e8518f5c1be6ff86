from django.urls import path

from trust.vision.outcomes.views import pages

app_name = "outcomes"
urlpatterns = [
    path("outcomes/", pages.how_children_are_doing, name="list"),
    path("outcomes/figures.csv", pages.all_figures, name="figures"),
    path("outcomes/method/", pages.method, name="method"),
    path("outcomes/<slug:code>/", pages.one_indicator, name="indicator"),
    path("outcomes/<slug:code>/figures.csv", pages.indicator_figures, name="indicator-figures"),
    path("outcomes/<slug:code>/chart.svg", pages.indicator_chart, name="indicator-chart"),
    path("open-data/", pages.open_data, name="open-data"),
    path("open-data/<uuid:release>/figures.csv", pages.release_figures, name="release-figures"),
]
