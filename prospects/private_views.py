"""A prospect's private page: where things stand, who would learn what, and the prospect's yes or no."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from common.workflow import TransitionError

from .models import Activity, Consent, Handover, PrivateLink, Prospect
from .services import (
    give_consent,
    hear_again_page,
    refuse_consent,
    silence_page,
    suppression_of,
    withdraw_channel_consent,
)


@dataclass(frozen=True)
class Entry:
    """One line of what has happened."""

    at: datetime
    title: str
    text: str = ""


def _prospect(token: str) -> Prospect:
    """The prospect this key opens. Raises Http404 alike for an unknown, expired and revoked key."""
    link = PrivateLink.open(token)
    if link is None:
        raise Http404
    return link.prospect


def _sealed(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    # Not "no-referrer": browsers would then send "Origin: null" with the forms, which the CSRF check rightly refuses.
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    return response


@require_safe
@never_cache
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The page itself."""
    prospect = _prospect(token)
    contact = prospect.main_contact
    handovers = list(
        prospect.handovers.select_related("firm", "accepted_by").exclude(status=Handover.Status.LAPSED).order_by("pk")
    )
    context = {
        "token": token,
        "prospect": prospect,
        "contact": contact,
        "asked": [one for one in handovers if one.status == Handover.Status.AWAITING_CONSENT],
        "answered": [one for one in handovers if one.status != Handover.Status.AWAITING_CONSENT],
        "consents": Consent.objects.filter(contact__prospect=prospect, withdrawn_at=None),
        "is_silenced": contact is not None and suppression_of(Consent.Channel.EMAIL, contact.email) is not None,
        "entries": _entries(prospect, handovers),
    }
    return _sealed(render(request, "prospects/private.html", context))


def _entries(prospect: Prospect, handovers: list[Handover]) -> list[Entry]:
    entries = [Entry(prospect.created_at, _("You told us that you are interested"))]
    spoken = prospect.activities.filed().exclude(kind=Activity.Kind.NOTE).select_related("by")
    entries += [_told(activity) for activity in spoken]
    for one in handovers:
        name = {"firm": one.firm.name}
        entries.append(Entry(one.handed_over_at, _("We asked you about %(firm)s") % name))
        if one.consented_at:
            entries.append(Entry(one.consented_at, _("You said yes to %(firm)s") % name))
        if one.accepted_at:
            entries.append(Entry(one.accepted_at, _("%(firm)s accepted and learned who you are") % name))
        if one.contacted_at:
            entries.append(Entry(one.contacted_at, _("%(firm)s says that it has been in touch") % name))
        if one.status == Handover.Status.DONE and one.finished_at:
            entries.append(Entry(one.finished_at, _("%(firm)s is done") % name))
        if one.status == Handover.Status.DECLINED and one.finished_at:
            entries.append(
                Entry(one.finished_at, _("%(firm)s could not help. We are looking for somebody else.") % name)
            )
        if one.consent_withdrawn_at:
            entries.append(Entry(one.consent_withdrawn_at, _("You said no to %(firm)s") % name))
        elif one.status == Handover.Status.WITHDRAWN and one.finished_at:
            entries.append(Entry(one.finished_at, _("We took back our question about %(firm)s") % name))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _told(activity: Activity) -> Entry:
    """What was said or written between us, as the prospect knows it. What we noted about a talk stays with us."""
    who = {"who": activity.by or _("We")}
    is_theirs = activity.way == Activity.Way.IN
    if activity.kind == Activity.Kind.MAIL:
        title = _("You wrote to us") if is_theirs else _("%(who)s wrote to you") % who
        return Entry(activity.happened_at, title, activity.text)
    if activity.kind == Activity.Kind.CALL:
        return Entry(activity.happened_at, _("You called us") if is_theirs else _("%(who)s called you") % who)
    if activity.kind == Activity.Kind.VISIT:
        return Entry(activity.happened_at, _("You visited us"))
    return Entry(activity.happened_at, _("%(who)s met you") % who)


@require_POST
@never_cache
def answer(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """Yes or no to one firm; a no also takes back an earlier yes."""
    prospect = _prospect(token)
    handover = prospect.handovers.select_related("firm", "prospect").filter(pk=pk).first()
    if handover is None:
        raise Http404
    try:
        if request.POST.get("svar") == "ja":
            give_consent(handover)
            messages.success(request, _("Thank you. %(firm)s is asked now.") % {"firm": handover.firm})
        elif request.POST.get("svar") == "nei":
            refuse_consent(handover)
            messages.success(request, _("%(firm)s sees nothing about you.") % {"firm": handover.firm})
        else:
            messages.error(request, _("Choose yes or no."))
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    return _sealed(redirect("private:page", token=token))


@require_POST
@never_cache
def withdraw_channel(request: HttpRequest, token: str, channel: str) -> HttpResponse:
    """Stop news by e-mail, or calls."""
    prospect = _prospect(token)
    if channel not in Consent.Channel.values:
        raise Http404
    withdraw_channel_consent(prospect, channel)
    messages.success(request, _("Noted. It ends at once."))
    return _sealed(redirect("private:page", token=token))


@require_POST
@never_cache
def no_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Do not write to me again; or: you may, after all."""
    prospect = _prospect(token)
    if request.POST.get("svar") == "nei":
        silence_page(prospect)
        messages.success(request, _("Noted. We do not write to you again, also when all else about you is deleted."))
    elif request.POST.get("svar") == "ja":
        hear_again_page(prospect)
        messages.success(request, _("Noted. We may write to you again."))
    else:
        messages.error(request, _("Choose yes or no."))
    return _sealed(redirect("private:page", token=token))
