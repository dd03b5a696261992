"""Addresses of the steps of premises, below /admin/lokaler/."""

from django.urls import path

from .premises_steps import take_step

app_name = "premises"
urlpatterns = [path("<int:pk>/<str:word>/", take_step, name="step")]
