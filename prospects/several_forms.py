"""Forms for asking several firms at once: which, in which order, and what the prospect needs help with."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Competence, PartnerFirm

from .models import HandoverRound, MatchWeight, Prospect
from .services import Suggestion, match_weights

PLACE = "place_"


class SeveralForm(forms.Form):
    """A place in the order for each firm that is suggested; empty is not asked."""

    mode = forms.ChoiceField(
        label=gettext_lazy("How they are asked"),
        choices=HandoverRound.Mode.choices,
        initial=HandoverRound.Mode.IN_TURN,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how they are asked.")},
    )
    response_days = forms.IntegerField(
        label=gettext_lazy("Working days to answer"),
        min_value=1,
        max_value=30,
        required=False,
        help_text=gettext_lazy("Empty: what each firm's tier says."),
    )
    message = forms.CharField(
        label=gettext_lazy("To the firms"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Why you offer it to them. No names; the prospect reads it too."),
    )

    def __init__(self, *args: Any, suggestions: list[Suggestion], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.suggested = [one.firm for one in suggestions]
        for firm in self.suggested:
            self.fields[f"{PLACE}{firm.pk}"] = forms.IntegerField(
                label=_("Place of %(firm)s in the order") % {"firm": firm},
                min_value=1,
                max_value=99,
                required=False,
                widget=forms.NumberInput(attrs={"class": "dp-place", "inputmode": "numeric"}),
            )

    def place_of(self, firm: PartnerFirm) -> forms.BoundField:
        """The field for the place of `firm`."""
        return self[f"{PLACE}{firm.pk}"]

    def plain_fields(self) -> list[forms.BoundField]:
        """The fields that do not stand in a row of a firm."""
        return [field for field in self if not field.name.startswith(PLACE)]

    def firms(self) -> list[PartnerFirm]:
        """The chosen firms in their order; of two with the same place, the better suited first."""
        places = {firm: self.cleaned_data.get(f"{PLACE}{firm.pk}") for firm in self.suggested}
        return sorted((firm for firm, place in places.items() if place), key=lambda firm: places[firm] or 0)

    def clean(self) -> dict[str, Any]:
        """Several are two at least."""
        data = super().clean() or {}
        if not self.errors and len(self.firms()) < 2:
            raise ValidationError(_("Give at least two firms a place: 1 is asked first."), code="firms")
        return data


class HelpForm(forms.ModelForm):
    """What the prospect needs help with, by which firms are suggested."""

    class Meta:
        model = Prospect
        fields = ["wants_help_with"]
        widgets = {"wants_help_with": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["wants_help_with"]
        chosen = self.instance.wants_help_with.values("pk")
        field.queryset = (
            Competence.objects.filter(is_retired=False) | Competence.objects.filter(pk__in=chosen)
        ).order_by("name_nb")


class MatchWeightsForm(forms.Form):
    """How much each quality of a firm counts."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for quality, weight in match_weights().items():
            self.fields[quality] = forms.IntegerField(
                label=MatchWeight.Quality(quality).label,
                min_value=0,
                max_value=10,
                initial=weight,
                widget=forms.NumberInput(attrs={"type": "range", "min": 0, "max": 10, "step": 1, "list": "weights"}),
            )

    def clean(self) -> dict[str, Any]:
        """Something has to count."""
        data = super().clean() or {}
        if not self.errors and not any(data.values()):
            raise ValidationError(_("Let at least one quality count."))
        return data
