"""Addresses of the application to become a partner. The token is the key to one; nothing else opens it."""

from django.urls import path

from . import joining_views as views

app_name = "joining"
urlpatterns = [
    path("", views.start, name="start"),
    path("<str:token>/", views.application, name="application"),
]
