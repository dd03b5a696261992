"""Addresses of what staff do with rounds and applications, below /admin/opptak/."""

from django.urls import path

from . import admission_views as views
from . import former_admin

app_name = "admissions"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("<int:pk>/", views.application, name="application"),
    path("runde/<int:pk>/", views.board, name="board"),
    path("tidligere-partnere/", former_admin.read_list, name="read_former"),
    path("nivaer/", views.clone, name="clone_tiers"),
]
