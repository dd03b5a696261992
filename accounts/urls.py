"""Addresses of our own beside allauth's."""

from django.urls import path

from . import views

app_name = "accounts"
urlpatterns = [path("inn/", views.after_login, name="after_login")]
