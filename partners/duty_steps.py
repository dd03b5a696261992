"""What the programme manager does with something a firm owes us: the steps, and what each asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User

from .models import Agreement, Duty, PartnerFirm
from .services import drop_duty, finish_duty, move_duty, reopen_duty

_OPEN, _DONE, _DROPPED = Duty.Status.OPEN, Duty.Status.DONE, Duty.Status.DROPPED
_SOON = timedelta(days=14)


def _in_two_weeks() -> Any:
    return timezone.localdate() + _SOON


def _day() -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=_("Due"), initial=_in_two_weeks, widget=widget)


class NothingToType(forms.Form):
    """The step is confirmed, and asks for nothing."""


class DayForm(forms.Form):
    """By when."""

    due_on = _day()


class AddForm(forms.Form):
    """Of whom, what, and by when."""

    firm = forms.ModelChoiceField(
        label=_("Partner firm"), queryset=PartnerFirm.objects.none(), help_text=_("Firms that an agreement binds.")
    )
    kind = forms.ChoiceField(label=_("What"), choices=Duty.Kind.choices, initial=Duty.Kind.OTHER)
    text_nb = forms.CharField(label=_("In words, in Norwegian"), max_length=200, required=False)
    text_en = forms.CharField(label=_("In words, in English"), max_length=200, required=False)
    due_on = _day()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        binding = Agreement.objects.filter(status__in=("signed", "running")).values("firm")
        self.fields["firm"].queryset = PartnerFirm.objects.filter(pk__in=binding)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Step:
    """How it reads, what follows, from where it can be taken, who takes it, and what is said then."""

    label: Any
    means: Any
    sources: tuple[str, ...]
    do: Callable[[Duty, dict[str, Any], User], None]
    done: Any
    form: type[forms.Form] = NothingToType


# By their words in the address.
STEPS = {
    "ferdig": Step(
        _("Done"),
        _("The firm has given it. It is no longer reminded of it."),
        (_OPEN,),
        lambda one, _data, by: finish_duty(one, by=by),
        _("Done. The firm is not reminded of it any more."),
    ),
    "flytt": Step(
        _("Change the day"),
        _("The firm is reminded as the new day comes near."),
        (_OPEN,),
        lambda one, data, by: move_duty(one, due_on=data["due_on"], by=by),
        _("It has a new day."),
        DayForm,
    ),
    "dropp": Step(
        _("Let it go"),
        _("We do not ask for it any more. It can be reopened."),
        (_OPEN,),
        lambda one, _data, by: drop_duty(one, by=by),
        _("Let go."),
    ),
    "gjenapne": Step(
        _("Reopen"),
        _("The firm owes it after all, and is reminded as the day comes near."),
        (_DONE, _DROPPED),
        lambda one, data, by: reopen_duty(one, due_on=data["due_on"], by=by),
        _("Open again."),
        DayForm,
    ),
}


def steps_of(duty: Duty) -> list[tuple[str, Step]]:
    """The steps that can be taken now, with their words."""
    return [(word, step) for word, step in STEPS.items() if duty.status in step.sources]
