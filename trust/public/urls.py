from django.urls import path

from trust.public import views

app_name = "public"
urlpatterns = [
    path("", views.front, name="front"),
    path("promise/<uuid:priority>/", views.promise, name="promise"),
    path("promise/<uuid:priority>/figures.csv", views.promise_figures, name="promise-figures"),
    path("your-area/", views.your_area, name="your-area"),
    path("your-area/<slug:code>/", views.district, name="district"),
    path("find-help/", views.find_help, name="find-help"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("who-may-see-what/", views.who_may_see, name="who-may-see"),
]
