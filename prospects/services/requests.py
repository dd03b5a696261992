"""The municipality is asked for something, answers or asks back; and the prospect says whether it may be named."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common import clock
from common.mail import post
from common.workflow import TransitionError
from partners.models import Membership, PartnerFirm, Topic
from partners.services import notify

from ..clocks import soon_after
from ..models import MunicipalRequest, Prospect, RequestWord
from .sharing import gives_away
from .telling import advisers_to_tell

MOST_DAYS = 30
"""Working days the municipality gets at most."""


def municipalities() -> list[PartnerFirm]:
    """The public bodies with somebody who answers, the owner of the programme first."""
    seats = Membership.objects.active().filter(role=Membership.Role.LIAISON).values("firm")
    found = PartnerFirm.objects.filter(is_public_body=True, pk__in=seats)
    return list(found.order_by("-is_owner", "name"))


def request_tone(request: MunicipalRequest, now: datetime) -> str:
    """How near the deadline of a request is: calm, soon or late; empty when no time runs."""
    if request.status != MunicipalRequest.Status.ASKED:
        return ""
    if request.due_at <= now:
        return "late"
    return "soon" if request.due_at <= soon_after(now) else "calm"


@transaction.atomic
def ask_municipality(
    prospect: Prospect,
    *,
    to: PartnerFirm,
    kind: str,
    question: str,
    by: Any,
    asks_identity: bool = False,
    response_days: int | None = None,
    at: datetime | None = None,
) -> MunicipalRequest:
    """Ask the municipality for `prospect`; its liaisons are told, and have `response_days` working days.

    MUNICIPAL_ANSWER_DAYS when None. It reads no name. With `asks_identity` the prospect is asked by mail whether the
    municipality may know who it is. Raises TransitionError when the case has ended, nobody there can answer, or a text
    would give away who the prospect is.
    """
    if prospect.standing not in (Prospect.Standing.ONGOING, Prospect.Standing.RESTING):
        raise TransitionError(_("The case has ended. Take it up again first."), code="standing")
    if kind not in MunicipalRequest.Kind.values or not question.strip():
        raise TransitionError(_("Say what you ask for."), code="question")
    if at is None and to not in municipalities():
        raise TransitionError(_("Nobody at %(firm)s can answer here.") % {"firm": to}, code="liaison")
    if asks_identity and not prospect.main_contact:
        raise TransitionError(_("There is nobody to ask for consent: add a contact first."), code="contact")
    _refuse_names(prospect, question, prospect.anonymous_need_nb, prospect.anonymous_need_en)
    now, days = at or timezone.now(), response_days or settings.MUNICIPAL_ANSWER_DAYS
    made = MunicipalRequest.objects.create(
        prospect=prospect,
        municipality=to,
        kind=kind,
        question=question.strip(),
        asks_identity=asks_identity,
        asked_by=by,
        asked_at=now,
        due_at=clock.add_working_days(now, days),
        response_days=days,
    )
    log(made, "prospects.request_asked", user=by, timestamp=now, data={"kind": kind, "municipality": to.name})
    if at is None:
        _tell_liaisons(made, "request_asked")
        if asks_identity:
            post("request_identity", request=made.pk)
    return made


def _refuse_names(prospect: Prospect, *texts: str) -> None:
    for text in texts:
        if found := gives_away(prospect, text):
            raise TransitionError(
                _("The text for sharing gives away who it is: %(found)s.") % {"found": ", ".join(found)}, code="names"
            )


@transaction.atomic
def answer_request(
    request: MunicipalRequest, *, text: str, shared: str = "", by: Any, at: datetime | None = None
) -> None:
    """The municipality answers; the adviser is told. `shared` is what the prospect reads. Raises TransitionError."""
    request.answer(text=text, shared=shared, by=by, at=at)
    if at is None:
        _tell_adviser(request, "request_answered")


@transaction.atomic
def ask_back(request: MunicipalRequest, *, text: str, by: Any, at: datetime | None = None) -> None:
    """The municipality needs to know more; its time stops and the adviser is told. Raises TransitionError."""
    if not text.strip():
        raise TransitionError(_("Say what you need to know."), code="text")
    request.ask_back(by=by, at=at)
    _say(request, RequestWord.Side.MUNICIPALITY, text, by, at)
    if at is None:
        _tell_adviser(request, "request_returned")


@transaction.atomic
def explain_request(request: MunicipalRequest, *, text: str, by: Any, at: datetime | None = None) -> None:
    """The adviser explains what was asked back: it is asked again, and the liaisons are told.

    The municipality has its days anew, unless it was late when it asked back: then its deadline stays. Raises
    TransitionError, also when the text would give away who the prospect is.
    """
    if not text.strip():
        raise TransitionError(_("Answer what they asked."), code="text")
    _refuse_names(request.prospect, text)
    now = at or timezone.now()
    back = request.words.filter(side=RequestWord.Side.MUNICIPALITY).order_by("-at", "-pk").first()
    was_late = back is not None and back.at > request.due_at
    due_at = request.due_at if was_late else clock.add_working_days(now, request.response_days)
    request.explain(due_at=due_at, by=by, at=at)
    _say(request, RequestWord.Side.PROGRAMME, text, by, at)
    if at is None:
        _tell_liaisons(request, "request_explained")


def _say(request: MunicipalRequest, side: str, text: str, by: Any, at: datetime | None) -> None:
    RequestWord.objects.create(request=request, side=side, text=text.strip(), by=by, at=at or timezone.now())


@transaction.atomic
def withdraw_request(request: MunicipalRequest, *, reason: str, by: Any) -> None:
    """The adviser takes it back; the liaisons are told. Raises TransitionError without a reason."""
    request.withdraw(reason=reason, by=by)
    _tell_liaisons(request, "request_withdrawn")


@transaction.atomic
def answer_identity(request: MunicipalRequest, *, is_yes: bool, at: datetime | None = None) -> None:
    """The prospect says on its page whether the municipality may know who it is. A no takes back an earlier yes.

    From the next request the municipality sees the name, or sees it no longer. Raises TransitionError when it was not
    asked, or has said no before.
    """
    now = at or timezone.now()
    mine = MunicipalRequest.objects.filter(pk=request.pk, asks_identity=True, identity_no_at=None)
    mine = mine.exclude(status=MunicipalRequest.Status.WITHDRAWN)
    if is_yes:
        changed = mine.filter(identity_yes_at=None).update(identity_yes_at=now)
    else:
        changed = mine.update(identity_no_at=now)
    if not changed:
        raise TransitionError(_("This has been answered already."), code="answered")
    request.refresh_from_db()
    action = "prospects.request_identity_yes" if is_yes else "prospects.request_identity_no"
    log(request, action, timestamp=now, data={"by": "prospect"})
    if at is None and is_yes and request.status == MunicipalRequest.Status.ASKED:
        _tell_liaisons(request, "request_identity")


def _tell_liaisons(request: MunicipalRequest, kind: str) -> None:
    notify(
        request.municipality, topic=Topic.REQUEST, kind=kind, request=request.pk, reference=request.prospect.reference
    )


def _tell_adviser(request: MunicipalRequest, kind: str) -> None:
    for adviser in advisers_to_tell(request.prospect):
        post(kind, request=request.pk, reader=adviser.pk)
