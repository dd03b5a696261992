"""Addresses of the portal."""

from django.urls import path

from . import signoff_views, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("prospekter/", views.prospects, name="prospects"),
    path("prospekter/<int:pk>/", views.handover, name="handover"),
    path("prospekter/<int:pk>/ta-imot/", views.accept, name="accept"),
    path("prospekter/<int:pk>/avsla/", views.decline, name="decline"),
    path("prospekter/<int:pk>/kontaktet/", views.report_contacted, name="report_contacted"),
    path("prospekter/<int:pk>/ferdig/", views.finish, name="finish"),
    path("godkjenning/", signoff_views.signoffs, name="signoffs"),
    path("godkjenning/<int:pk>/", signoff_views.signoff, name="signoff"),
    path("godkjenning/<int:pk>/utkast/", signoff_views.draft, name="signoff_draft"),
    path("bedrift/", views.firm, name="firm"),
    path("konto/", views.account, name="account"),
    path("velg-bedrift/", views.choose_firm, name="choose_firm"),
    path("invitasjon/<str:token>/", views.accept_invitation, name="accept_invitation"),
]
