"""Addresses of the public site that are no pages: what letters lead to, and calendars. Included below the language."""

from django.urls import path, re_path

from . import public_views as views

app_name = "public"
urlpatterns = [
    path("pamelding/<str:token>/", views.registration, name="registration"),
    path("nyhetsbrev/ja/<str:token>/", views.newsletter_confirm, name="newsletter_confirm"),
    path("nyhetsbrev/nei/<str:token>/", views.newsletter_end, name="newsletter_end"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)kalender\.ics$", views.calendar, name="calendar"),
]
