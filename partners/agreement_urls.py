"""Addresses of agreements in the admin, below /admin/avtaler/."""

from django.urls import path

from . import agreement_admin as views

app_name = "agreements"
urlpatterns = [
    path("summer/", views.sums, name="sums"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/<str:language>.pdf", views.pdf, name="pdf"),
    path("<int:pk>/<str:word>/", views.step, name="step"),
]
