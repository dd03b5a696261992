"""What wants an answer from the firm today, besides prospects: one line each, with one thing to do."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from common.money import display
from partners.models import Agreement, Application, Contribution, Duty, ProfileDraft
from partners.services import AHEAD_DAYS, PLACES, offers_to, waits_with_us
from prospects.models import MunicipalRequest

from .access import Seat

MOST = 20


@dataclass(frozen=True)
class Line:
    """Something that wants an answer: what, by when, and the one thing to do."""

    text: str
    url: str
    action: str
    due_on: date | None = None
    is_late: bool = False


def lines_for(request: HttpRequest, seat: Seat) -> list[Line]:
    """In this order: agreements to sign, what is overdue, what the firm owes us, a profile sent back, invitations."""
    lines: list[Line] = []
    if not seat.is_liaison:
        draft = ProfileDraft.objects.filter(firm=seat.firm).first()
        lines += [*_to_sign(seat), *_overdue(seat), *_duties(seat, draft), *_sent_back(draft)]
    if seat.is_liaison:
        lines += [*_requests(seat), *_applications(seat)]
    if not seat.is_preview:
        lines += [
            Line(
                _("%(firm)s asks you to act for them.") % {"firm": one.firm},
                reverse("portal:seat_offer", args=[one.pk]),
                _("Answer"),
            )
            for one in offers_to(request.user)[:MOST]  # type: ignore[arg-type]
        ]
    return lines


def _requests(seat: Seat) -> list[Line]:
    """What the municipality was asked and has not answered, the first deadline first."""
    now = timezone.now()
    waiting = MunicipalRequest.objects.visible_to(seat.membership).awaiting_answer().select_related("prospect")
    return [
        Line(
            _("%(reference)s asks about %(kind)s.")
            % {"reference": one.prospect.reference, "kind": str(one.get_kind_display()).lower()},
            reverse("portal:request", args=[one.pk]),
            _("Read and answer"),
            timezone.localtime(one.due_at).date(),
            one.due_at <= now,
        )
        for one in waiting[:MOST]
    ]


def _applications(seat: Seat) -> list[Line]:
    """Firms that want to become partners, for whom the municipality has to say yes or no."""
    return [
        Line(
            _("%(company)s wants to become a partner.") % {"company": one.company_name},
            reverse("portal:application", args=[one.pk]),
            _("Read and answer"),
        )
        for one in Application.objects.visible_to(seat.membership).filter(wants_answer=True)[:MOST]
    ]


def _to_sign(seat: Seat) -> list[Line]:
    if not seat.is_administrator:
        return []
    offered = Agreement.objects.visible_to(seat.membership).filter(
        status=Agreement.Status.OFFERED, ends_on__gte=timezone.localdate()
    )
    offered = offered.order_by("starts_on", "pk")
    text = _("An agreement from %(start)s waits to be signed.")
    action = _("Read and sign")
    if not seat.membership.may_sign:
        signers = [str(one.user) for one in seat.firm.memberships.entitled_to_sign().select_related("user")[:3]]
        action = _("Read it")
        if signers:
            text = _("An agreement from %(start)s waits for %(who)s to sign.")
        else:
            text = _("An agreement from %(start)s waits to be signed. Nobody here may sign yet: write to us.")
        who = ", ".join(signers)
    else:
        who = ""
    lines = []
    for one in offered[:MOST]:
        words = {"start": one.starts_on.strftime("%d.%m.%Y"), "who": who}
        lines.append(Line(text % words, reverse("portal:agreement", args=[one.pk]), action))
    return lines


def _overdue(seat: Seat) -> list[Line]:
    if not seat.is_administrator:
        return []
    passed = Q(status__in=Contribution.OPEN, due_on__lt=timezone.localdate(), balance__gt=0)
    late = Contribution.objects.visible_to(seat.membership).filter(Q(status=Contribution.Status.OVERDUE) | passed)
    return [
        Line(
            _("What you were to give in kind is overdue.")
            if one.is_in_kind
            else _("An invoice of %(amount)s is overdue.") % {"amount": display(one.balance)},
            reverse("portal:contributions"),
            _("See what was agreed") if one.is_in_kind else _("See how to pay"),
            one.due_on,
            True,
        )
        for one in late.order_by("due_on", "pk")[:MOST]
    ]


def _duties(seat: Seat, draft: ProfileDraft | None) -> list[Line]:
    today = timezone.localdate()
    texts = {
        Duty.Kind.LOGO: _("We lack your logo."),
        Duty.Kind.PROFILE: _("We lack a text about you."),
        Duty.Kind.CONTACT: _("Say whom we call: a main contact, one for the agreement and one for invoices."),
        Duty.Kind.MENTOR: _("We lack the name of your mentor."),
    }
    lines = []
    for duty in Duty.objects.visible_to(seat.membership).owed()[:MOST]:
        if (duty.due_on - today).days > AHEAD_DAYS or waits_with_us(duty.kind, draft):
            continue
        place, anchor = PLACES.get(Duty.Kind(duty.kind), ("portal:firm", ""))
        text = texts.get(Duty.Kind(duty.kind)) or duty.text
        lines.append(Line(text, reverse(place) + anchor, _("Do it now"), duty.due_on, duty.due_on < today))
    return lines


def _sent_back(draft: ProfileDraft | None) -> list[Line]:
    if draft is None or draft.status != ProfileDraft.Status.RETURNED:
        return []
    return [Line(_("Your profile needs a small change."), reverse("portal:profile"), _("Read what"))]
