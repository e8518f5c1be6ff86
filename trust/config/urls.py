from django.urls import include, path

urlpatterns = [
    path("", include("trust.public.urls")),
    path("demo/", include("trust.demo.urls")),
    path("", include("trust.vision.plan.urls")),
    path("", include("trust.strategy.needs.urls")),
    path("", include("trust.vision.participation.urls")),
    path("", include("trust.vision.outcomes.urls")),
    path("", include("trust.governance.board.urls")),
    path("who/partners/", include("trust.governance.partnership.urls")),
    path("sign-in/", include("trust.foundation.people.urls")),
    path("", include("trust.foundation.letters.urls")),
    path("", include("trust.foundation.directory.urls")),
    path("design/", include("trust.foundation.design.urls")),
]
