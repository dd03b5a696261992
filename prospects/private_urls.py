"""Addresses of a prospect's private page. The token is the key; nothing else opens it."""

from django.urls import path

from . import private_acts as acts
from . import private_data as data
from . import private_views as views

app_name = "private"
urlpatterns = [
    path("slettet/", data.deleted, name="deleted"),
    path("<str:token>/", views.page, name="page"),
    path("<str:token>/samtykke/<int:pk>/", views.answer, name="answer"),
    path("<str:token>/kommunen/<int:pk>/", views.answer_municipal, name="answer_municipal"),
    path("<str:token>/kanal/<str:channel>/", views.withdraw_channel, name="withdraw_channel"),
    path("<str:token>/skriv/", acts.write, name="write"),
    path("<str:token>/fil/<int:pk>/", acts.file, name="file"),
    path("<str:token>/rett/", acts.correct, name="correct"),
    path("<str:token>/ny-lenke/", acts.renew, name="renew"),
    path("<str:token>/mine-data/", data.export, name="export"),
    path("<str:token>/slett/", data.delete, name="delete"),
    path("<str:token>/ikke-skriv/", views.no_mail, name="no_mail"),
]
