from django.urls import path

from trust.vision.outcomes.views import bring_in, listing, pages

app_name = "outcomes"
urlpatterns = [
    path("outcomes/", listing.how_children_are_doing, name="list"),
    path("outcomes/figures.csv", listing.all_figures, name="figures"),
    path("outcomes/method/", pages.method, name="method"),
    path("outcomes/<slug:code>/", pages.one_indicator, name="indicator"),
    path("outcomes/<slug:code>/figures.csv", pages.indicator_figures, name="indicator-figures"),
    path("outcomes/<slug:code>/chart.svg", pages.indicator_chart, name="indicator-chart"),
    path("office/figures/", bring_in.choose_file, name="bring-in"),
    path("office/figures/<slug:digest>/", bring_in.preview, name="preview"),
    path("office/figures/<slug:digest>/refused.csv", bring_in.refused_rows, name="refused-rows"),
    path("office/figures/loaded/<uuid:release>/", bring_in.loaded, name="loaded"),
    path("open-data/", pages.open_data, name="open-data"),
    path("open-data/<uuid:release>/figures.csv", pages.release_figures, name="release-figures"),
]
