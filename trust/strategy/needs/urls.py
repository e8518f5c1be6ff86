from django.urls import path

from trust.strategy.needs.views import findings

app_name = "needs"
urlpatterns = [
    path("needs/", findings.what_we_found, name="list"),
    path("office/findings/add/", findings.add, name="add"),
]
