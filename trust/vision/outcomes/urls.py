from django.urls import path

from trust.vision.outcomes import views

app_name = "outcomes"
urlpatterns = [
    path("outcomes/", views.how_children_are_doing, name="list"),
    path("outcomes/figures.csv", views.all_figures, name="figures"),
    path("outcomes/method/", views.method, name="method"),
    path("outcomes/<slug:code>/", views.one_indicator, name="indicator"),
    path("outcomes/<slug:code>/figures.csv", views.indicator_figures, name="indicator-figures"),
    path("open-data/", views.open_data, name="open-data"),
    path("open-data/<uuid:release>/figures.csv", views.release_figures, name="release-figures"),
]
