"""Two cases of one company become one: everything moves, nothing is said twice, and a trace stays."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.workflow import TransitionError

from ..models import ClockNotice, Contact, Handover, HandoverRound, Prospect
from .activities import give_task
from .alike import keep_keys
from .asking_several import stop_round
from .facts import FACTS
from .handing_over import discard_draft
from .scoring import rescore

CHOSEN = (*FACTS, "company", "adviser", "anonymous_need_nb", "anonymous_need_en")
"""The fields of which whoever merges chooses one value of two."""
MOVED = ("activities", "tasks", "interest_forms", "private_links")
"""What belongs to a case and simply moves. `contacts`, `handovers` and `clock_notices` need more thought."""
PROMISED = ("queued", "offered", "seen", "interested", "accepted", "in_progress")
"""From the prospect's yes until the firm is done."""
_RANK = (
    *("withdrawn", "lapsed", "draft", "awaiting_consent", "queued", "offered", "seen"),
    *("declined", "interested", "accepted", "in_progress", "done"),
)


@transaction.atomic
def merge_cases(
    kept: Prospect,
    other: Prospect,
    *,
    theirs: Mapping[str, bool] | None = None,
    revisions: tuple[int, int] | None = None,
    by: Any,
    at: datetime | None = None,
) -> None:
    """Move all of `other` into `kept`; what is left of `other` is a tombstone that leads to `kept`.

    `theirs` says for which fields (of CHOSEN) the value of `other` wins. `revisions` are those of the two cases that
    whoever decides has seen. Raises TransitionError, and changes nothing, when one of them was merged or changed
    meanwhile, or when a firm or a figure would come to mean another case than the one it was about.
    """
    now = at or timezone.now()
    rows = {
        one.pk: one
        for one in Prospect.with_merged.select_for_update(of=("self",))
        .filter(pk__in=[kept.pk, other.pk])
        .order_by("pk")
    }
    if len(rows) != 2:
        raise TransitionError(_("Choose two different cases."), code="same")
    kept, other = rows[kept.pk], rows[other.pk]
    _check(kept, other, revisions)
    main = kept.main_contact or other.main_contact
    values = {name: getattr(other, name) for name, wins in (theirs or {}).items() if wins and name in CHOSEN}
    _merge_rounds(kept, other, by)
    _merge_handovers(kept, other, by)
    _merge_people(kept, other, main)
    for name in MOVED:
        getattr(other, name).update(prospect=kept)
    _move_the_rest(kept, other)
    kept.team.add(*other.team.all())
    kept.wants_help_with.add(*other.wants_help_with.all())
    values |= _clocks(kept, other, now, by)
    Prospect.objects.filter(pk=kept.pk).update(**values, revision=F("revision") + 1)
    Prospect.with_merged.filter(merged_into=other).update(merged_into=kept)
    gone = Prospect.with_merged.filter(pk=other.pk, merged_into=None)
    if not gone.update(merged_into=kept, merged_at=now, revision=F("revision") + 1):
        raise TransitionError(_("One of the two was merged meanwhile."), code="merged")
    kept.refresh_from_db()
    keep_keys(kept)
    rescore(kept)
    chosen = sorted(set(values) & set(CHOSEN))
    log(kept, "prospects.merged", user=by, timestamp=now, data={"from": other.pk, "name": str(other), "fields": chosen})
    log(other, "prospects.merged_away", user=by, timestamp=now, data={"into": kept.pk})


def _check(kept: Prospect, other: Prospect, revisions: tuple[int, int] | None) -> None:
    if kept.merged_into_id or other.merged_into_id:
        raise TransitionError(_("One of the two was merged meanwhile."), code="merged")
    if revisions is not None and revisions != (kept.revision, other.revision):
        raise TransitionError(_("Somebody changed one of the two meanwhile. Look again, and decide."), code="conflict")
    come = (Prospect.Stage.ESTABLISHED, Prospect.Stage.VERIFIED)
    if other.stage in come and kept.stage not in come:
        raise TransitionError(_("The other case has come further. Keep that one."), code="stage")
    if other.standing == Prospect.Standing.ONGOING != kept.standing:
        raise TransitionError(
            _("The case you keep is not under way, and the other one is. Keep the other, or take this one up again."),
            code="standing",
        )
    # A firm that accepts learns who the main contact is: it must stay the person who said yes.
    if not _same_person(kept, other) and other.handovers.filter(status__in=PROMISED).exists():
        raise TransitionError(
            _("A firm has been promised %(who)s in the other case. Keep that one, or take the handover back first.")
            % {"who": other.main_contact},
            code="promised",
        )


def _merge_rounds(kept: Prospect, other: Prospect, by: Any) -> None:
    """Firms are asked in one order at a time: that of the case that stays goes on."""
    is_open = HandoverRound.Status.OPEN
    if kept.handover_rounds.filter(status=is_open).exists():
        for one in other.handover_rounds.filter(status=is_open):
            stop_round(one, reason=_("The same company had two cases; they were merged."), by=by)


def _merge_handovers(kept: Prospect, other: Prospect, by: Any) -> None:
    """No firm is asked twice for one case: of two that stand, the one that came further does.

    What ended with the one that does not stand stays with the tombstone, as history of that firm; so does what is done
    when the firm knows another person than the one who now speaks for the company. Raises TransitionError when it is
    the case that stays in which a firm said no to what it took in the other.
    """
    mine = {one.firm_id: one for one in kept.handovers.exclude(status__in=Handover.OVER)}
    stays: list[int] = []
    same_person = _same_person(kept, other)
    for one in list(other.handovers.exclude(status__in=Handover.OVER)):
        twin = mine.get(one.firm_id)
        if twin is None:
            if one.status == Handover.Status.DONE and not same_person:
                stays.append(one.pk)
            continue
        weaker = min(one, twin, key=lambda each: (_RANK.index(each.status), each.pk != one.pk))
        if weaker.status == Handover.Status.DRAFT:
            discard_draft(weaker, by=by)
        elif weaker.status in Handover.LIVE:
            weaker.withdraw(reason=_("The same company had two cases; they were merged."), by=by)
        elif weaker is twin:
            raise TransitionError(
                _("%(firm)s came further in the other case. Keep that one.") % {"firm": one.firm}, code="further"
            )
        else:
            stays.append(one.pk)
    other.handovers.exclude(pk__in=stays).update(prospect=kept)
    ClockNotice.objects.filter(prospect=other, kind=ClockNotice.Kind.ANSWER).delete()
    ClockNotice.objects.filter(prospect=other).update(prospect=kept)


def _same_person(kept: Prospect, other: Prospect) -> bool:
    mine, theirs = kept.main_contact, other.main_contact
    return mine is None or theirs is None or mine.email.casefold() == theirs.email.casefold()


def _merge_people(kept: Prospect, other: Prospect, main: Contact | None) -> None:
    """All people move; who is in both is one. Whoever spoke for the case that stays goes on to do so."""
    Contact.objects.filter(prospect__in=[kept, other]).update(is_main=False)
    known: dict[str, Contact] = {}
    for one in kept.contacts.order_by("pk"):
        known.setdefault(one.email.casefold(), one)
    for one in other.contacts.order_by("pk"):
        twin = known.get(one.email.casefold())
        if twin is None:
            Contact.objects.filter(pk=one.pk).update(prospect=kept)
            known[one.email.casefold()] = one
        else:
            _merge_person(twin, one)
    if main is not None:
        Contact.objects.filter(pk=main.pk).update(is_main=True)


def _merge_person(kept: Contact, other: Contact) -> None:
    """One person in both cases. Of yes and no in a channel the later word counts; what is known is not lost."""
    for channel in {*other.consents.values_list("channel", flat=True)}:
        mine = kept.consents.filter(channel=channel, withdrawn_at=None).first()
        standing = other.consents.filter(channel=channel, withdrawn_at=None).first()
        taken_back = [
            moment
            for person in (kept, other)
            for moment in person.consents.filter(channel=channel).values_list("withdrawn_at", flat=True)
            if moment is not None
        ]
        last_no = max(taken_back, default=None)
        for yes in (mine, standing):
            if yes is not None and last_no is not None and last_no > yes.given_at:
                yes.withdrawn_at = last_no
                yes.save(update_fields=["withdrawn_at"])
        if mine and standing and mine.withdrawn_at is None and standing.withdrawn_at is None:
            older, newer = sorted((mine, standing), key=lambda yes: yes.given_at)
            older.withdrawn_at = newer.given_at  # the newer words took its place
            older.save(update_fields=["withdrawn_at"])
    other.consents.update(contact=kept)
    other.activities.update(contact=kept)
    for relation in Contact._meta.related_objects:
        if relation.get_accessor_name() not in ("consents", "activities"):
            relation.related_model._base_manager.filter(**{relation.field.name: other}).update(
                **{relation.field.name: kept}
            )
    facts = {name: getattr(other, name) for name in ("title", "phone") if not getattr(kept, name)}
    if kept.notice_given_at is None and other.notice_given_at is not None:
        facts |= {"notice_given_at": other.notice_given_at, "notice_in": other.notice_in}
    Contact.objects.filter(pk=kept.pk).update(**facts) if facts else None
    other.delete()


def _move_the_rest(kept: Prospect, other: Prospect) -> None:
    """What other parts of the house hang on a case moves too."""
    thought_of = {*MOVED, "contacts", "handovers", "clock_notices"}
    for relation in Prospect._meta.related_objects:
        name = relation.get_accessor_name()
        if relation.one_to_many and name and name not in thought_of and relation.field.name != "merged_into":
            relation.related_model._base_manager.filter(**{relation.field.name: other}).update(
                **{relation.field.name: kept}
            )


def _clocks(kept: Prospect, other: Prospect, now: datetime, by: Any) -> dict[str, Any]:
    """The first answer and the last talk of the two as one. Who waits goes on waiting, and is not forgotten."""
    moments = [moment for moment in (kept.spoken_at, other.spoken_at) if moment]
    values: dict[str, Any] = {"spoken_at": max(moments, default=None)}
    if other.answered_at is not None:
        is_ours = kept.answered_at is None and (kept.answer_due_at is None or other.answered_at >= kept.created_at)
        if is_ours:
            values["answered_at"] = other.answered_at
            values["answer_due_at"] = kept.answer_due_at or other.answer_due_at
        return values
    if other.answer_due_at is None:
        return values
    if kept.answered_at is None:
        due = [moment for moment in (kept.answer_due_at, other.answer_due_at) if moment]
        values["answer_due_at"] = min(due)
    elif (kept.spoken_at or kept.answered_at) < other.created_at and other.standing == Prospect.Standing.ONGOING:
        # They had been answered before they asked again: the second question is a promise of its own.
        give_task(
            kept,
            text=_("Answer what they asked on %(day)s") % {"day": timezone.localtime(other.created_at).date()},
            due_at=other.answer_due_at,
            to=[kept.adviser or by],
            by=by,
            is_promise=True,
            at=now,
        )
    return values
