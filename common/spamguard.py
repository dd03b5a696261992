"""The guard of public forms against machines: a field people do not see, a shortest time, and a puzzle for the browser.

A form works without scripts all the same; whoever solved no puzzle may only send fewer of them a day.
"""

import base64
import hashlib
import json
import time
import uuid
from datetime import timedelta
from typing import Any, Self

import altcha
from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .ratelimit import is_over

SHORTEST_SECONDS = 3
LONGEST_SECONDS = 24 * 3600
A_DAY = 24 * 3600
PUZZLE_SIZE = 30_000


class GuardedForm(forms.Form):
    """A public form. `guard_salt` is its own, so that the stamp of one form is none for another.

    `cleaned_data["submission"]` is the number of this one form, alike when it is sent twice, and
    `cleaned_data["is_proven"]` says whether the browser solved its puzzle.
    """

    guard_salt = "common.spamguard"
    GUARD = ("nettside", "submission", "started", "proof")

    nettside = forms.CharField(label=_("Leave this empty"), required=False, max_length=200)
    submission = forms.UUIDField(widget=forms.HiddenInput)
    started = forms.CharField(widget=forms.HiddenInput, max_length=200)
    proof = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in self.GUARD])
        self.fields["nettside"].widget.attrs["autocomplete"] = "off"
        for name in ("submission", "started", "proof"):
            self.fields[name].widget.attrs["id"] = f"id_{name}"

    @classmethod
    def opened(cls, **initial: Any) -> Self:
        """An empty form, with its own submission number and the moment it was opened."""
        started = signing.dumps(int(time.time()), salt=cls.guard_salt)
        return cls(initial={"submission": uuid.uuid4(), "started": started, **initial})

    @property
    def honeypot(self) -> forms.BoundField:
        """The field people do not see."""
        return self["nettside"]

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields people fill in, in their order."""
        return [field for field in self.visible_fields() if field.name not in self.GUARD]

    @property
    def challenge(self) -> str:
        """A new puzzle for the browser, as JSON."""
        made = altcha.v1.create_challenge(
            altcha.v1.ChallengeOptions(
                hmac_key=settings.ALTCHA_HMAC_KEY,
                max_number=PUZZLE_SIZE,
                expires=timezone.now() + timedelta(seconds=LONGEST_SECONDS),
            )
        )
        return json.dumps(made.to_dict())

    def clean_nettside(self) -> str:
        """Only a machine fills in what nobody sees."""
        if self.cleaned_data["nettside"]:
            raise forms.ValidationError(_("Leave this field empty and send the form again."), code="honeypot")
        return ""

    def clean_started(self) -> str:
        """Nobody fills in a form in three seconds, or leaves it open for longer than a day."""
        value = self.cleaned_data["started"]
        try:
            started = int(signing.loads(value, salt=self.guard_salt))
        except (signing.BadSignature, ValueError, TypeError):
            started = 0
        if time.time() - started > LONGEST_SECONDS:
            self._open_again()
            raise forms.ValidationError(
                _("The form had been open for a long time. Everything is still here: press the button once more."),
                code="stale",
            )
        if time.time() - started < SHORTEST_SECONDS:
            raise forms.ValidationError(_("That was very fast. Please press the button once more."), code="fast")
        return value

    def _open_again(self) -> None:
        """Count the form as opened just now, and long enough ago to be sent."""
        started = signing.dumps(int(time.time()) - SHORTEST_SECONDS, salt=self.guard_salt)
        self.data = {**dict(self.data.items()), "started": started}

    def clean(self) -> dict[str, Any]:
        """Whether the puzzle was solved; a form without a proof is as good, only rarer."""
        super().clean()
        data = self.cleaned_data
        data["is_proven"] = _is_proven(data.get("proof", ""))
        return data


def _is_proven(proof: str) -> bool:
    """Whether the browser solved a puzzle of ours that nobody used before."""
    if not proof:
        return False
    try:
        solved, _error = altcha.v1.verify_solution(proof, settings.ALTCHA_HMAC_KEY)
        puzzle = str(json.loads(base64.b64decode(proof))["challenge"])
    except Exception:  # whatever a stranger put there is simply no proof
        return False
    return solved and cache.add(f"proof:{hashlib.sha256(puzzle.encode()).hexdigest()}", 1, timeout=LONGEST_SECONDS)


def is_within_limits(request: HttpRequest, form: GuardedForm, action: str, *, proven: int, unproven: int) -> bool:
    """Count a valid form; more than `proven` (or `unproven`, without a solved puzzle) a day get an error in words."""
    is_proven = form.cleaned_data["is_proven"]
    name, limit = (action, proven) if is_proven else (f"{action}-unproven", unproven)
    if is_over(request, name, limit=limit, seconds=A_DAY):
        form.add_error(None, _("We have had many forms from your network today. Please call or mail us instead."))
        return False
    return True
