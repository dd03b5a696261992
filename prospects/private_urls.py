"""Addresses of a prospect's private page. The token is the key; nothing else opens it."""

from django.urls import path

from . import private_views as views

app_name = "private"
urlpatterns = [
    path("<str:token>/", views.page, name="page"),
    path("<str:token>/samtykke/<int:pk>/", views.answer, name="answer"),
    path("<str:token>/kanal/<str:channel>/", views.withdraw_channel, name="withdraw_channel"),
    path("<str:token>/ikke-skriv/", views.no_mail, name="no_mail"),
]
