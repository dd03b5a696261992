"""The demo's mailbox: every mail the demo sent, since a demo has no mail server. Not there in production."""

from django.urls import path

from . import mailbox

app_name = "mailbox"
urlpatterns = [
    path("", mailbox.inbox, name="inbox"),
    path("<str:name>/", mailbox.show, name="show"),
]
