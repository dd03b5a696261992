"""Addresses of the profiles to approve, below /admin/profiler/."""

from django.urls import path

from . import profile_admin as views

app_name = "profiles"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("<int:pk>/", views.answer, name="answer"),
    path("<int:pk>/logo/", views.logo, name="logo"),
]
