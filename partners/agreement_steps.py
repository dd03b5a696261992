"""What the programme manager does with an agreement: the steps, what each asks for, and the service that takes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User

from .models import Agreement, ContributionTier
from .services import (
    OFFER_DAYS,
    discard_draft,
    offer_agreement,
    open_benefits_early,
    renew_agreement,
    terminate_agreement,
)

_Status = Agreement.Status


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class NothingToType(forms.Form):
    """The step is confirmed, and asks for nothing."""

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        self.agreement = agreement
        super().__init__(*args, **kwargs)


class OfferForm(NothingToType):
    """Until when it can be signed."""

    until = _day(
        _("It can be signed to and including"),
        required=False,
        help_text=_("The firm is reminded a week before. After that day the offer is taken back by itself."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = timezone.localdate() + timedelta(days=OFFER_DAYS)
        self.fields["until"].initial = min(day, self.agreement.ends_on)


class TerminateForm(NothingToType):
    """From when on, and why."""

    on = _day(_("It no longer binds from"))
    reason = forms.CharField(
        label=_("Why? The firm reads it."), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()
        if self.agreement.status == _Status.OFFERED:  # it never bound anybody: there is no day to choose
            del self.fields["on"]


class RenewForm(NothingToType):
    """At which tier, and until when."""

    tier = forms.ModelChoiceField(label=_("Tier"), queryset=ContributionTier.objects.filter(is_retired=False))
    ends_on = _day(_("To and including"))
    instalments = forms.IntegerField(label=_("Instalments a year"), min_value=1, max_value=12)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        old = self.agreement
        self.fields["tier"].initial = ContributionTier.objects.filter(
            slug=old.tier.slug, year__lte=old.ends_on.year + 1, is_retired=False
        ).first()
        self.fields["ends_on"].initial = date(old.ends_on.year + len(old.years), 12, 31)
        self.fields["instalments"].initial = old.instalments


def _terminate(agreement: Agreement, data: dict[str, Any], by: User) -> None:
    on = data.get("on") or timezone.localdate()
    terminate_agreement(agreement, on=on, reason=data["reason"], by=by)


def _renew(agreement: Agreement, data: dict[str, Any], by: User) -> Agreement:
    return renew_agreement(
        agreement, tier=data["tier"], ends_on=data["ends_on"], instalments=data["instalments"], by=by
    )


@dataclass(frozen=True)
class Step:
    """How it reads, what follows from it, from where it can be taken, and who takes it.

    `do` gets the agreement, what was typed and who does it; it returns the agreement to look at next, if it is another.
    """

    label: Any
    means: Any
    sources: tuple[str, ...]
    do: Callable[[Agreement, dict[str, Any], User], Agreement | None]
    done: Any
    form: type[NothingToType] = NothingToType


# By their words in the address.
STEPS = {
    "tilby": Step(
        _("Offer"),
        _("The firm is told, and can read and sign it. Tier, benefits and clauses are copied as they now are."),
        (_Status.DRAFT,),
        lambda one, data, by: offer_agreement(one, until=data["until"], by=by),
        _("Offered. The firm is told."),
        OfferForm,
    ),
    "forkast": Step(
        _("Discard"),
        _("The draft is thrown away. Nobody outside has seen it."),
        (_Status.DRAFT,),
        lambda one, _data, by: discard_draft(one, by=by),
        _("The draft is gone."),
    ),
    "apne-fordeler": Step(
        _("Open benefits early"),
        _("The firm can use its benefits from today, before the agreement binds it. That stays marked on it."),
        (_Status.OFFERED, _Status.SIGNED),
        lambda one, _data, by: open_benefits_early(one, by=by),
        _("The benefits are open."),
    ),
    "forny": Step(
        _("Renew"),
        _("A draft is made that begins the day after this one ends, with the clauses of renewals."),
        (_Status.SIGNED, _Status.RUNNING, _Status.ENDED),
        _renew,
        _("The draft is made. Look it over and offer it."),
        RenewForm,
    ),
    "avslutt": Step(
        _("Terminate"),
        _("What is planned and not invoiced from that day on is waived. An offer is simply taken back."),
        (_Status.OFFERED, _Status.SIGNED, _Status.RUNNING),
        _terminate,
        _("It is terminated, and the firm is told."),
        TerminateForm,
    ),
}


def steps_of(agreement: Agreement) -> list[tuple[str, Step]]:
    """The steps that can be taken now, with their words. Whether it is renewed already is asked when it is taken."""
    return [
        (word, step)
        for word, step in STEPS.items()
        if agreement.status in step.sources
        and not (word == "apne-fordeler" and (agreement.early_benefits_at or agreement.gives_benefits))
    ]
