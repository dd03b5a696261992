"""Addresses of the case work, below /admin/prospekter/."""

from django.urls import path

from . import admin_list
from . import admin_views as views

app_name = "prospects"
urlpatterns = [
    path("", admin_list.index, name="index"),
    path("<int:pk>/", views.case, name="case"),
    path("<int:pk>/logg/", views.record, name="record"),
    path("<int:pk>/kvalifiser/", views.qualify, name="qualify"),
    path("<int:pk>/beskrivelse/", views.describe, name="describe"),
    path("<int:pk>/steg/", views.step, name="step"),
    path("<int:pk>/stans/", views.stand, name="stand"),
    path("<int:pk>/gjenoppta/", views.resume, name="resume"),
    path("<int:pk>/overlever/", views.hand_over, name="hand_over"),
    path("<int:pk>/overlevering/<int:handover_pk>/trekk/", views.withdraw_handover, name="withdraw_handover"),
]
