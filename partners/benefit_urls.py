"""Addresses of the delivery of benefits in the admin, below /admin/fordelsbruk/."""

from django.urls import path

from . import benefit_admin as views

app_name = "benefits"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("<int:pk>/", views.account, name="account"),
    path("levering/<int:pk>/angre/", views.undo, name="undo"),
    path("levering/<int:pk>/bevis/", views.evidence, name="evidence"),
]
