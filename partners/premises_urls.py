"""Addresses of the steps of premises and of those to approve, below /admin/lokaler/."""

from django.urls import path

from . import premises_admin as views
from .premises_steps import take_step

app_name = "premises"
urlpatterns = [
    path("godkjenning/", views.queue, name="queue"),
    path("godkjenning/<int:pk>/", views.answer, name="answer"),
    path("godkjenning/<int:pk>/bilde/", views.picture, name="picture"),
    path("<int:pk>/<str:word>/", take_step, name="step"),
]
