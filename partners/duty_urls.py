"""Addresses of what firms owe us, below /admin/oppgaver/."""

from django.urls import path

from . import duty_admin as views

app_name = "duties"
urlpatterns = [
    path("", views.duties, name="list"),
    path("eksport.csv", views.export, name="export"),
    path("ny/", views.add, name="add"),
    path("<int:pk>/<str:word>/", views.step, name="step"),
]
