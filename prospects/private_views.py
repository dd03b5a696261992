"""A prospect's private page: where things stand, who would learn what, and the prospect's yes or no."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from common.workflow import TransitionError

from .mail import when_in_words
from .models import Activity, Consent, Disclosure, Handover, PrivateLink, Prospect, Task
from .private_forms import WriteForm
from .services import (
    answer_identity,
    give_consent,
    give_contact_consent,
    hear_again_page,
    portrait_of,
    refuse_consent,
    silence_page,
    suppression_of,
    take_back_contact,
    withdraw_channel_consent,
)

MOST_SEEN = 100  # lines of who has seen it that are shown
NEXT = {
    Prospect.Stage.NEW: gettext_lazy("We read what you need, and tell you whether we can help."),
    Prospect.Stage.QUALIFIED: gettext_lazy("We call you, and agree on what you want to see."),
    Prospect.Stage.CONTACTED: gettext_lazy("We show you premises, people and possibilities. Say when it suits you."),
    Prospect.Stage.SHOWN: gettext_lazy("You tell us what you think of what you have seen."),
    Prospect.Stage.DECIDING: gettext_lazy("You decide. We find out what you still need to know."),
    Prospect.Stage.ESTABLISHED: gettext_lazy("You settle in. We introduce you to those you should know."),
    Prospect.Stage.VERIFIED: gettext_lazy("You are at home here. We call now and then to hear how it goes."),
}


@dataclass(frozen=True)
class Entry:
    """One line of what has happened."""

    at: datetime
    title: str
    text: str = ""


def prospect_of(token: str) -> Prospect:
    """The prospect this key opens. Raises Http404 alike for an unknown, expired and revoked key."""
    link = PrivateLink.open(token)
    if link is None:
        raise Http404
    return link.prospect


def sealed(response: HttpResponseBase) -> HttpResponseBase:
    """`response`, kept out of caches, search engines and the addresses other sites see."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    # Not "no-referrer": browsers would then send "Origin: null" with the forms, which the CSRF check rightly refuses.
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    return response


@require_safe
@never_cache
def page(request: HttpRequest, token: str) -> HttpResponseBase:
    """The page itself; for a key that opens nothing, the way to a new one."""
    if PrivateLink.open(token) is None:
        return sealed(render(request, "prospects/private_closed.html", {"token": token}, status=404))
    return show_page(request, token)


def show_page(
    request: HttpRequest, token: str, status: int = 200, write_form: WriteForm | None = None
) -> HttpResponseBase:
    """The page as things stand; `write_form` comes back as it was typed. Raises Http404 when the key opens nothing."""
    link = PrivateLink.open(token)
    if link is None:
        raise Http404
    prospect = link.prospect
    contact = prospect.main_contact
    handovers = list(
        prospect.handovers.select_related("firm", "accepted_by")
        .exclude(status__in=(Handover.Status.DRAFT, Handover.Status.LAPSED))
        .order_by("pk")
    )
    asked = [one for one in handovers if one.status == Handover.Status.AWAITING_CONSENT]
    context = {
        "token": token,
        "link": link,
        "prospect": prospect,
        "contact": contact,
        "portrait": portrait_of(prospect.adviser),
        "next_step": next_step(prospect, len(asked)),
        "asked": asked,
        "answered": [one for one in handovers if one.status != Handover.Status.AWAITING_CONSENT],
        "disclosures": _seen_by_firms(prospect),
        "municipal": list(
            prospect.municipal_requests.for_prospect().select_related("municipality").order_by("-asked_at", "-pk")
        ),
        "consents": Consent.objects.filter(contact__prospect=prospect, withdrawn_at=None),
        "is_silenced": contact is not None and suppression_of(Consent.Channel.EMAIL, contact.email) is not None,
        "entries": _entries(prospect, handovers),
        "files": prospect.attachments.shared(),
        "write_form": write_form or WriteForm(),
    }
    return sealed(render(request, "prospects/private.html", context, status=status))


def next_step(prospect: Prospect, asked: int) -> str:
    """Who does what next, in words; empty when nothing is under way."""
    if prospect.standing != Prospect.Standing.ONGOING:
        return ""
    if asked:
        return ngettext(
            "You say yes or no to the firm below. Nothing is shared before that.",
            "You say yes or no to the firms below. Nothing is shared before that.",
            asked,
        )
    promise = prospect.tasks.filter(status=Task.Status.OPEN, is_promise=True).order_by("due_at").first()
    if promise is not None:
        return _("We do what we promised you, by %(when)s.") % {"when": when_in_words(promise.due_at)}
    if prospect.answered_at is None:
        return _("We answer you. You need not do anything before that.")
    return str(NEXT[Prospect.Stage(prospect.stage)])


def _seen_by_firms(prospect: Prospect) -> QuerySet[Disclosure]:
    """Who of the firms saw what of it, the latest first."""
    found = Disclosure.objects.filter(handover__prospect=prospect)
    return found.select_related("firm", "person")[:MOST_SEEN]


def _entries(prospect: Prospect, handovers: list[Handover]) -> list[Entry]:
    entries = [Entry(prospect.created_at, _("You told us that you are interested"))]
    spoken = prospect.activities.known_to_prospect().select_related("by")
    entries += [_told(activity) for activity in spoken]
    for one in handovers:
        name = {"firm": one.firm.name}
        entries.append(Entry(one.handed_over_at, _("We asked you about %(firm)s") % name))
        if one.consented_at:
            entries.append(Entry(one.consented_at, _("You said yes to %(firm)s") % name))
        if one.contact_consented_at and one.contact_consented_at != one.consented_at:
            entries.append(Entry(one.contact_consented_at, _("You let %(firm)s call you") % name))
        if one.contact_withdrawn_at:
            entries.append(Entry(one.contact_withdrawn_at, _("You took back that %(firm)s may call you") % name))
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
    for request in prospect.municipal_requests.for_prospect().select_related("municipality"):
        name = {"firm": request.municipality.name}
        if request.identity_yes_at:
            entries.append(Entry(request.identity_yes_at, _("You said yes: %(firm)s may know who you are") % name))
        if request.identity_no_at:
            entries.append(Entry(request.identity_no_at, _("You said no: %(firm)s may not know who you are") % name))
        if request.shared_with_prospect and request.ended_at:
            entries.append(Entry(request.ended_at, _("%(firm)s answered a question for you") % name))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _told(activity: Activity) -> Entry:
    """What was said or written between us, as the prospect knows it. What we noted about a talk stays with us."""
    who = {"who": activity.by or _("We")}
    is_theirs = activity.way == Activity.Way.IN
    if activity.kind == Activity.Kind.MAIL:
        title = _("You wrote to us") if is_theirs else _("%(who)s wrote to you") % who
        if activity.status == Activity.Status.DRAFT:
            title = _("You wrote to us; nobody has read it yet")
        return Entry(activity.happened_at, title, activity.text)
    if activity.kind == Activity.Kind.CALL:
        return Entry(activity.happened_at, _("You called us") if is_theirs else _("%(who)s called you") % who)
    if activity.kind == Activity.Kind.VISIT:
        return Entry(activity.happened_at, _("You visited us"))
    return Entry(activity.happened_at, _("%(who)s met you") % who)


def _carry_out(said: str, handover: Handover) -> str:
    """Do what the prospect said of a firm; the words that confirm it, empty for an answer we do not know."""
    if said in ("ja", "navn"):
        give_consent(handover, contact=said == "ja")
        if handover.status == Handover.Status.QUEUED:
            return _("Thank you. %(firm)s is asked when its turn comes.")
        return _("Thank you. %(firm)s is asked now.")
    if said == "kontakt":
        give_contact_consent(handover)
        return _("Noted. %(firm)s may call you.")
    if said == "ikke-kontakt":
        take_back_contact(handover)
        return _("Noted. %(firm)s sees no longer whom to call, from this moment.")
    if said == "nei":
        refuse_consent(handover)
        return _("%(firm)s sees nothing about you.")
    return ""


@require_POST
@never_cache
def answer(request: HttpRequest, token: str, pk: int) -> HttpResponseBase:
    """Yes or no to one firm, to both stages or one of them; a no also takes back an earlier yes."""
    prospect = prospect_of(token)
    handover = prospect.handovers.select_related("firm", "prospect").filter(pk=pk).first()
    if handover is None:
        raise Http404
    try:
        said = _carry_out(request.POST.get("svar", ""), handover)
        if said:
            messages.success(request, said % {"firm": handover.firm})
        else:
            messages.error(request, _("Choose yes or no."))
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    return sealed(redirect("private:page", token=token))


@require_POST
@never_cache
def answer_municipal(request: HttpRequest, token: str, pk: int) -> HttpResponseBase:
    """May the municipality know who we are? A no also takes back an earlier yes."""
    prospect = prospect_of(token)
    found = prospect.municipal_requests.for_prospect().select_related("municipality", "prospect").filter(pk=pk).first()
    if found is None:
        raise Http404
    said, words = request.POST.get("svar"), {"firm": found.municipality}
    try:
        if said == "ja":
            answer_identity(found, is_yes=True)
            messages.success(request, _("Thank you. %(firm)s sees who you are now.") % words)
        elif said == "nei":
            answer_identity(found, is_yes=False)
            messages.success(request, _("%(firm)s does not see who you are.") % words)
        else:
            messages.error(request, _("Choose yes or no."))
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    return sealed(redirect("private:page", token=token))


@require_POST
@never_cache
def withdraw_channel(request: HttpRequest, token: str, channel: str) -> HttpResponseBase:
    """Stop news by e-mail, or calls."""
    prospect = prospect_of(token)
    if channel not in Consent.Channel.values:
        raise Http404
    withdraw_channel_consent(prospect, channel)
    messages.success(request, _("Noted. It ends at once."))
    return sealed(redirect("private:page", token=token))


@require_POST
@never_cache
def no_mail(request: HttpRequest, token: str) -> HttpResponseBase:
    """Do not write to me again; or: you may, after all."""
    prospect = prospect_of(token)
    if request.POST.get("svar") == "nei":
        silence_page(prospect)
        messages.success(request, _("Noted. We do not write to you again, also when all else about you is deleted."))
    elif request.POST.get("svar") == "ja":
        hear_again_page(prospect)
        messages.success(request, _("Noted. We may write to you again."))
    else:
        messages.error(request, _("Choose yes or no."))
    return sealed(redirect("private:page", token=token))
