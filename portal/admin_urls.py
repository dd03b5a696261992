"""Addresses of the preview of the portal, below /admin/som-bedrift/."""

from django.urls import path

from . import admin_views as views

app_name = "portal_preview"
urlpatterns = [
    path("slutt/", views.end_preview, name="end"),
    path("<int:pk>/", views.begin_preview, name="begin"),
]
