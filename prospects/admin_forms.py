"""The forms of the case work in the admin."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.clock import CLOSES, OSLO
from common.countries import country_choices
from register.models import FocusIndustry

from .models import Activity, Contact, Prospect, StandingReason, Task
from .services import FACTS, Verdict, may_mail, purpose_of, workers

MOST_JOBS = 100_000


def _day(**attrs: Any) -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", **attrs}, format="%Y-%m-%d")


def closing_time(day: Any) -> datetime:
    """The end of the working hours of a day, in Norway: what "by Friday" means."""
    return datetime.combine(day, CLOSES, OSLO)


class LogForm(forms.Form):
    """What was done or said, and what was promised by it."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it was"),
        choices=Activity.Kind.choices,
        initial=Activity.Kind.NOTE,
        widget=forms.RadioSelect,
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Which way"),
        choices=Activity.Way.choices,
        initial=Activity.Way.OUT,
        required=False,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("For a call or a mail: who took the step."),
    )
    contact = forms.ModelChoiceField(
        label=gettext_lazy("With"),
        queryset=Contact.objects.none(),
        required=False,
        empty_label=gettext_lazy("The main contact"),
    )
    text = forms.CharField(
        label=gettext_lazy("In words"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 4, "maxlength": 10_000})
    )
    happened_at = forms.DateTimeField(
        label=gettext_lazy("When"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=gettext_lazy("Empty: now."),
    )
    promise = forms.CharField(
        label=gettext_lazy("What we promised"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("It becomes a task of yours with a clock."),
    )
    promise_by = forms.DateField(label=gettext_lazy("By"), required=False, widget=_day())

    def __init__(self, *args: Any, prospect: Prospect, sees_contacts: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.prospect = prospect
        self.sees_contacts = sees_contacts
        self.refused: Verdict | None = None
        contact: Any = self.fields["contact"]
        if sees_contacts:
            contact.queryset = prospect.contacts.order_by("pk")
        else:
            del self.fields["contact"]

    def warning(self) -> Verdict | None:
        """Why the main contact may not be mailed, said before anybody writes; None when it may."""
        to = self.prospect.main_contact
        verdict = may_mail(to, purpose_of(self.prospect)) if to else None
        return verdict if verdict and not verdict.is_allowed else None

    def clean(self) -> dict[str, Any]:
        """A mail goes now, to somebody who may be mailed; nothing lies ahead, and a promise has a day."""
        data = super().clean() or {}
        data["way"] = data.get("way") or Activity.Way.OUT
        is_mail_of_ours = data.get("kind") == Activity.Kind.MAIL and data["way"] == Activity.Way.OUT
        to = data.get("contact") or self.prospect.main_contact
        if is_mail_of_ours and to is None:
            self.add_error("kind", _("There is nobody to send it to: the case has no contact."))
        elif to is not None and is_mail_of_ours and "contact" not in self.errors:
            verdict = may_mail(to, purpose_of(self.prospect))
            if not verdict.is_allowed:
                self.refused = verdict
                self.add_error("kind", verdict.ground)
        when = data.get("happened_at")
        if when and when > timezone.now():
            self.add_error("happened_at", _("This lies ahead. Write down what has happened."))
        elif when and is_mail_of_ours:
            self.add_error("happened_at", _("A mail is sent now. Leave this empty."))
        if data.get("promise", "").strip() and "promise_by" not in self.errors and not data.get("promise_by"):
            self.add_error("promise_by", _("Say by when it was promised."))
        if data.get("promise_by") and data["promise_by"] < timezone.localdate():
            self.add_error("promise_by", _("Choose today or a day that lies ahead."))
        if data.get("promise_by") and not data.get("promise", "").strip() and "promise" not in self.errors:
            self.add_error("promise", _("Say what was promised."))
        return data


class FactsForm(forms.ModelForm):
    """What is known of the company. `revision` is the state the writer began from."""

    revision = forms.IntegerField(min_value=0, max_value=10**8, widget=forms.HiddenInput, initial=0)
    jobs = forms.IntegerField(
        label=gettext_lazy("Jobs here"),
        required=False,
        min_value=0,
        max_value=MOST_JOBS,
        help_text=gettext_lazy("How many they say it will be."),
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"))

    class Meta:
        model = Prospect
        fields = list(FACTS)
        widgets = {
            "decision_on": _day(),
            "established_on": _day(),
            "need": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["country"].choices = country_choices()
        current = [self.instance.industry_id] if self.instance.industry_id else []
        offered = FocusIndustry.objects.filter(is_retired=False)
        fields["industry"].queryset = offered | FocusIndustry.objects.filter(pk__in=current)
        fields["established_on"].widget.attrs["max"] = timezone.localdate().isoformat()
        fields["industry"].empty_label = _("Choose")
        for name in ("source", "readiness", "employees", "area", "time_frame"):
            fields[name].choices = [("", _("Choose")), *[one for one in fields[name].choices if one[0]]]

    def clean_established_on(self) -> Any:
        """Nobody has come in the future."""
        day = self.cleaned_data["established_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead."))
        return day

    def values(self) -> dict[str, Any]:
        """What was written, for `save_facts`."""
        return {name: self.cleaned_data[name] for name in FACTS if name in self.fields}


class OpenCaseForm(FactsForm):
    """A new case by hand, with its first person."""

    contact_name = forms.CharField(label=gettext_lazy("Name"), max_length=120, required=False)
    contact_email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    contact_phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=30, required=False)
    contact_language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=Contact._meta.get_field("language").choices or (), initial="nb"
    )
    seen = forms.BooleanField(label=gettext_lazy("It is another company. Open a case all the same"), required=False)

    def __init__(self, *args: Any, sees_contacts: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        del self.fields["established_on"]
        if not sees_contacts:
            for name in [name for name in self.fields if name.startswith("contact_")]:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A person has a name and an address."""
        data = super().clean() or {}
        if data.get("contact_name") and not data.get("contact_email") and "contact_email" not in self.errors:
            self.add_error("contact_email", _("Fill in an address, so that they can be answered."))
        if data.get("contact_email") and not data.get("contact_name"):
            self.add_error("contact_name", _("Fill in whose address it is."))
        return data

    def contact(self) -> dict[str, Any] | None:
        """The first person, None without one."""
        names = ("name", "email", "phone", "language")
        person = {name: self.cleaned_data.get(f"contact_{name}", "") for name in names}
        return person if person["name"] else None


class PeopleForm(forms.Form):
    """Who answers for the case, and who helps."""

    adviser = forms.TypedChoiceField(label=gettext_lazy("Answers for it"), required=False, coerce=int, empty_value=None)
    team = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Case team"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, prospect: Prospect, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in workers()}
        choices = [(pk, str(person)) for pk, person in self.people.items()]
        fields: dict[str, Any] = self.fields
        fields["adviser"].choices = [("", _("Nobody yet")), *choices]
        fields["team"].choices = choices
        if not self.is_bound:
            self.initial = {
                "adviser": prospect.adviser_id or "",
                "team": list(prospect.team.values_list("pk", flat=True)),
            }

    def values(self) -> dict[str, Any]:
        """For `assign`."""
        data = self.cleaned_data
        return {"adviser": self.people.get(data["adviser"]), "team": [self.people[pk] for pk in data["team"]]}


class TaskForm(forms.Form):
    """Something to be done, by whom, by when."""

    text = forms.CharField(label=gettext_lazy("What is to be done"), max_length=300)
    due_on = forms.DateField(
        label=gettext_lazy("By"), widget=_day(), help_text=gettext_lazy("Until closing time that day.")
    )
    remind_on = forms.DateField(
        label=gettext_lazy("Remind on"), required=False, widget=_day(), help_text=gettext_lazy("In the morning.")
    )
    assignees = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Who does it"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    is_promise = forms.BooleanField(label=gettext_lazy("It was promised to the prospect"), required=False)

    def __init__(self, *args: Any, user: Any, task: Task | None = None, **kwargs: Any):
        if task is not None:
            kwargs["initial"] = {
                "text": task.text,
                "due_on": timezone.localtime(task.due_at, OSLO).date(),
                "remind_on": timezone.localtime(task.remind_at, OSLO).date() if task.remind_at else None,
                "assignees": [person.pk for person in task.assignees.all()],
                "is_promise": task.is_promise,
            }
        super().__init__(*args, **kwargs)
        self.task = task
        self.people = {person.pk: person for person in workers()}
        fields: dict[str, Any] = self.fields
        fields["assignees"].choices = [(pk, str(person)) for pk, person in self.people.items()]
        if task is None and user.pk in self.people:
            self.fields["assignees"].initial = [user.pk]

    def clean_due_on(self) -> Any:
        """Nothing can be done yesterday; what was already late may stay so."""
        day = self.cleaned_data["due_on"]
        was = timezone.localtime(self.task.due_at, OSLO).date() if self.task else None
        if day < timezone.localdate() and day != was:
            raise forms.ValidationError(_("Choose today or a day that lies ahead."))
        return day

    def clean(self) -> dict[str, Any]:
        """A reminder comes before the deadline."""
        data = super().clean() or {}
        if data.get("remind_on") and data.get("due_on") and data["remind_on"] > data["due_on"]:
            self.add_error("remind_on", _("Choose a day before it is due."))
        return data

    def values(self) -> dict[str, Any]:
        """For `give_task` and `change_task`."""
        data = self.cleaned_data
        remind = datetime.combine(data["remind_on"], time(8), OSLO) if data["remind_on"] else None
        due = closing_time(data["due_on"])
        was = self.task.due_at if self.task else None
        if was and timezone.localtime(was, OSLO).date() == data["due_on"]:
            due = was  # the day was not touched, so the hour stays
        return {
            "text": data["text"],
            "due_at": due,
            "remind_at": remind,
            "to": [self.people[pk] for pk in data["assignees"]],
            "is_promise": data["is_promise"],
        }


class StandingForm(forms.Form):
    """Why a case rests or ends."""

    what = forms.ChoiceField(
        label=gettext_lazy("What happens"),
        widget=forms.RadioSelect,
        choices=[
            ("rest", gettext_lazy("Let it rest: they want to be asked again later")),
            ("lose", gettext_lazy("Lost: they chose another place")),
            ("withdraw", gettext_lazy("Withdrawn: they do not want to go on")),
        ],
    )
    why = forms.ModelChoiceField(
        label=gettext_lazy("Reason"),
        queryset=StandingReason.objects.none(),
        required=False,
        empty_label=gettext_lazy("Choose"),
    )
    reason = forms.CharField(
        label=gettext_lazy("In words"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300})
    )
    until = forms.DateField(
        label=gettext_lazy("Rests until"),
        required=False,
        widget=_day(),
        help_text=gettext_lazy("Only for a case that rests."),
    )
    lost_to = forms.CharField(
        label=gettext_lazy("Lost to whom"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Only for a lost one: the place or the company they chose."),
    )
    would_have_changed = forms.CharField(
        label=gettext_lazy("What would have changed it"), max_length=300, required=False
    )
    STANDING = {"rest": "resting", "lose": "lost", "withdraw": "withdrawn"}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        why: Any = self.fields["why"]
        why.queryset = StandingReason.objects.offered()
        groups: dict[str, list[tuple[Any, str]]] = {}
        for reason in why.queryset:
            groups.setdefault(str(reason.get_how_display()), []).append((reason.pk, str(reason)))
        why.choices = [("", _("Choose")), *groups.items()]

    def clean(self) -> dict[str, Any]:
        """A rest has an end that lies ahead, a reason fits, and a lost case says to whom, "unknown" if need be."""
        data = super().clean() or {}
        what = data.get("what")
        if what == "rest" and "until" not in self.errors:
            if data.get("until") is None:
                self.add_error("until", _("Say until when it rests."))
            elif data["until"] <= timezone.localdate():
                self.add_error("until", _("Choose a day that lies ahead."))
        if what and "why" not in self.errors:
            offered = StandingReason.objects.offered(self.STANDING[what])
            if data.get("why") is None and offered.exists():
                self.add_error("why", _("Choose a reason."))
            elif data.get("why") is not None and data["why"].how != self.STANDING[what]:
                self.add_error("why", _("This reason belongs to another end. Choose one that fits."))
        if what == "lose" and not data.get("lost_to", "").strip():
            self.add_error("lost_to", _("Say to whom, or that it is not known."))
        return data

    def values(self) -> dict[str, Any]:
        """For `stop_case`."""
        data = self.cleaned_data
        names = ("reason", "why", "until", "lost_to", "would_have_changed")
        return {name: data[name] for name in names}


class VerifyForm(forms.Form):
    """How somebody checked that they came."""

    how = forms.CharField(
        label=gettext_lazy("How did you check it?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
        help_text=gettext_lazy("For example: the register of companies that day, a visit, their word in writing."),
    )


class ReasonForm(forms.Form):
    """Why a handover is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Why do you take it back?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
