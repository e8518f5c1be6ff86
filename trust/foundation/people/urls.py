from django.urls import path

from trust.foundation.people import views

# The names are the library's: it looks its pages up by them.
urlpatterns = [
    path("", views.sign_in, name="account_login"),
    path("code/", views.second_factor, name="mfa_authenticate"),
    path("out/", views.sign_out, name="account_logout"),
    path("kept/", views.kept_forms, name="kept_forms"),
]
