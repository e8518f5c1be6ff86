from django.urls import path

from trust.vision.outcomes.views import (
    bring_in,
    explore,
    explore_files,
    gaps,
    listing,
    pages,
    register,
    small_areas,
)

app_name = "outcomes"
urlpatterns = [
    path("outcomes/", listing.how_children_are_doing, name="list"),
    path("outcomes/figures.csv", listing.all_figures, name="figures"),
    path("outcomes/method/", pages.method, name="method"),
    path("outcomes/small-areas/", small_areas.every_measure, name="small-area-measures"),
    path("outcomes/<slug:code>/small-areas/", small_areas.one_measure, name="small-areas"),
    path("outcomes/<slug:code>/small-areas/places.csv", small_areas.as_table, name="small-areas-csv"),
    path("outcomes/register/", register.register, name="register"),
    path("outcomes/register/register.csv", register.register_as_csv, name="register-csv"),
    path("outcomes/register/<slug:code>/", register.definition, name="definition"),
    path("outcomes/<slug:code>/", pages.one_indicator, name="indicator"),
    path("outcomes/<slug:code>/figures.csv", pages.indicator_figures, name="indicator-figures"),
    path("outcomes/<slug:code>/chart.svg", pages.indicator_chart, name="indicator-chart"),
    path("outcomes/<slug:code>/figures.xlsx", pages.indicator_spreadsheet, name="indicator-xlsx"),
    path("outcomes/<slug:code>/chart.png", pages.indicator_picture, name="indicator-png"),
    path("outcomes/<slug:code>/gap/", gaps.one_gap, name="gap"),
    path("outcomes/<slug:code>/gap/figures.csv", gaps.gap_figures, name="gap-figures"),
    path("outcomes/<slug:code>/gap/chart.svg", gaps.gap_drawing, name="gap-chart"),
    path("outcomes/<slug:code>/<slug:way>/", explore.one_way, name="way"),
    path("outcomes/<slug:code>/<slug:way>/figures.csv", explore_files.way_as_csv, name="way-csv"),
    path("outcomes/<slug:code>/<slug:way>/figures.xlsx", explore_files.way_as_spreadsheet, name="way-xlsx"),
    path("outcomes/<slug:code>/<slug:way>/<slug:picture>.svg", explore_files.way_as_svg, name="way-svg"),
    path("outcomes/<slug:code>/<slug:way>/<slug:picture>.png", explore_files.way_as_png, name="way-png"),
    path("office/figures/", bring_in.choose_file, name="bring-in"),
    path("office/figures/<slug:digest>/", bring_in.preview, name="preview"),
    path("office/figures/<slug:digest>/refused.csv", bring_in.refused_rows, name="refused-rows"),
    path("office/figures/loaded/<uuid:release>/", bring_in.loaded, name="loaded"),
    path("open-data/", pages.open_data, name="open-data"),
    path("open-data/<uuid:release>/figures.csv", pages.release_figures, name="release-figures"),
]
