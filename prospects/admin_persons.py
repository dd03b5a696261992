"""What staff change of the people of a case: each a POST, only for those who may see persons."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from . import services
from .admin_case import attempt, back_to, changes, show_case
from .admin_people import ContactForm, WishForm
from .models import Contact, Prospect
from .rights import CHANGE, CONTACTS


def _contact(prospect: Prospect, contact_pk: int) -> Contact:
    return get_object_or_404(prospect.contacts.select_related("prospect"), pk=contact_pk)


@changes(CHANGE, CONTACTS)
def add(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """A person more."""
    form = ContactForm(request.POST, prospect=prospect, auto_id="person_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, person_form=form)
    return attempt(
        request,
        prospect,
        lambda: services.add_contact(prospect, form.values(), by=request.user),
        _("Added."),
        at="people",
    )


@changes(CHANGE, CONTACTS)
def change(request: HttpRequest, prospect: Prospect, contact_pk: int) -> HttpResponse:
    """What is known of a person."""
    contact = _contact(prospect, contact_pk)
    form = ContactForm(
        request.POST,
        instance=_contact(prospect, contact_pk),
        prospect=prospect,
        auto_id=f"person{contact.pk}_%s",
    )
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, changed_person=(contact.pk, form))
    return attempt(
        request,
        prospect,
        lambda: services.change_contact(contact, form.values(), by=request.user),
        _("Saved."),
        at="people",
    )


@changes(CHANGE, CONTACTS)
def do(request: HttpRequest, prospect: Prospect, contact_pk: int) -> HttpResponse:
    """Speaks for the company, removed, or may be written to again: what the button says."""
    contact, by = _contact(prospect, contact_pk), request.user
    verbs: dict[str, tuple[Any, str]] = {
        "main": (
            lambda: services.choose_main(contact, by=by),
            _("%(who)s speaks for the company now.") % {"who": contact},
        ),
        "remove": (lambda: services.remove_contact(contact, by=by), _("Removed. A no that was given stays.")),
        "again": (lambda: services.hear_again(contact, by=by), _("Noted. They may be reached again.")),
    }
    action, success = verbs.get(request.POST.get("verb", ""), (None, ""))
    if action is None:
        return back_to(request, prospect, at="people")
    return attempt(request, prospect, action, success, at="people")


@changes(CHANGE, CONTACTS)
def wish(request: HttpRequest, prospect: Prospect, contact_pk: int) -> HttpResponse:
    """What a person said yes or no to."""
    contact = _contact(prospect, contact_pk)
    form = WishForm(request.POST, auto_id=f"wish{contact.pk}_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, changed_person=(contact.pk, form))
    return attempt(
        request,
        prospect,
        lambda: services.record_wish(contact, by=request.user, **form.values()),
        _("Noted."),
        at="people",
    )
