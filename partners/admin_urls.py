"""Addresses of invitations and seats, below /admin/invitasjoner/."""

from django.urls import path

from . import admin_views as views
from . import seat_admin

app_name = "invitations"
urlpatterns = [
    path("", views.invitations, name="index"),
    path("<int:pk>/trekk/", views.revoke, name="revoke"),
    path("bedrift/<int:pk>/", views.seats, name="seats"),
    path("bedrift/<int:pk>/<int:seat_pk>/avslutt/", views.end_seat, name="end_seat"),
    path("bedrift/<int:pk>/<int:seat_pk>/endre/", seat_admin.change_seat, name="change_seat"),
]
