"""What a firm can be told of, and how it is said. An app further up registers its own with `tell`.

Arguments of a notification are kept as plain JSON and put into words when somebody reads them: a name ending in
`_on` is an ISO date, `amount` a sum in NOK; everything else stands as it is. `%(firm)s` is always there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.money import display
from partners.models import Duty, Notification, Topic

SEE_IT = _("See it in the portal")


@dataclass(frozen=True)
class NoticeKind:
    """One kind of event.

    `subject`, `sentence` and `button` are lazy texts; `to` is the name of the address it leads to, and `at` the
    arguments that address takes. `letter` names a letter of its own for those who are told at once; it is posted with
    the arguments and `reader`. `still(notifications)` gives the keys of those that still mean something.
    """

    name: str
    topic: str
    subject: Any
    sentence: Any
    button: Any
    to: str
    at: tuple[str, ...] = ()
    letter: str = ""
    still: Callable[[list[Notification]], Iterable[int]] | None = None


_kinds: dict[str, NoticeKind] = {}


def tell(
    name: str,
    topic: str,
    *,
    subject: Any,
    sentence: Any,
    to: str,
    at: tuple[str, ...] = (),
    button: Any = "",
    letter: str = "",
    still: Callable[[list[Notification]], Iterable[int]] | None = None,
) -> NoticeKind:
    """Register a kind of event; a second one of the same name replaces the first."""
    _kinds[name] = NoticeKind(name, topic, subject, sentence, button or SEE_IT, to, at, letter, still)
    return _kinds[name]


def kind_of(name: str) -> NoticeKind:
    """The kind called `name`. Raises KeyError when nobody registered it."""
    return _kinds[name]


def kinds() -> list[NoticeKind]:
    """Every kind, by name."""
    return [_kinds[name] for name in sorted(_kinds)]


class _Words(dict[str, str]):
    """What stands in a sentence; a word nobody gave leaves no hole that breaks it."""

    def __missing__(self, key: str) -> str:
        return "–"


def words_of(arguments: Mapping[str, Any], firm: str) -> Mapping[str, str]:
    """The arguments as the reader's language writes them."""
    found = _Words(firm=firm)
    for name, value in arguments.items():
        found[name] = _word(name, value)
    mine = "_en" if (get_language() or "nb").startswith("en") else "_nb"  # a text kept in both languages
    found |= {name.removesuffix(mine): str(value) for name, value in arguments.items() if name.endswith(mine)}
    return found


def _word(name: str, value: Any) -> str:
    try:
        if name.endswith("_on"):
            return date_format(date.fromisoformat(str(value)), "DATE_FORMAT")
        if name == "amount":
            return display(Decimal(str(value)), (get_language() or "nb")[:2])
    except (ValueError, InvalidOperation):
        return str(value)
    if name == "duties":
        return ", ".join(str(dict(Duty.Kind.choices).get(kind, kind)) for kind in value)
    return str(value)


@dataclass(frozen=True)
class Said:
    """A notification in words: what the list shows and a digest says."""

    subject: str
    sentence: str
    button: str
    path: str


def say(notification: Notification) -> Said:
    """The notification in the reader's language. One of a kind that is no more leads to the portal."""
    kind = _kinds.get(notification.kind)
    if kind is None:
        return Said(str(notification.get_topic_display()), "", str(SEE_IT), reverse("portal:home"))
    words = words_of(notification.arguments, str(notification.firm))
    return Said(str(kind.subject) % words, str(kind.sentence) % words, str(kind.button), path_of(kind, notification))


def path_of(kind: NoticeKind, notification: Notification) -> str:
    """Where it leads, from the root of the site; the portal's home where that room does not exist."""
    try:
        return reverse(kind.to, args=[notification.arguments.get(name) for name in kind.at])
    except NoReverseMatch:
        return reverse("portal:home")


# --- people -----------------------------------------------------------------------------------------------------------
tell(
    "seat_taken",
    Topic.PEOPLE,
    subject=_("%(person)s has joined %(firm)s here"),
    sentence=_("They log in here and act for the firm from now on."),
    to="portal:people",
    button=_("See who acts for us"),
)
tell(
    "seat_changed",
    Topic.PEOPLE,
    subject=_("The seat of %(person)s has changed"),
    sentence=_("%(by)s changed what %(person)s may do for %(firm)s."),
    to="portal:people",
    button=_("See who acts for us"),
)
tell(
    "seat_ended",
    Topic.PEOPLE,
    subject=_("%(person)s no longer acts for %(firm)s"),
    sentence=_("The seat was ended by %(by)s and opens nothing any more."),
    to="portal:people",
    button=_("See who acts for us"),
)
tell(
    "seat_declined",
    Topic.PEOPLE,
    subject=_("%(person)s said no to a seat"),
    sentence=_("Nothing has changed. You can invite somebody else."),
    to="portal:people",
    button=_("See who acts for us"),
)

# --- the profile ------------------------------------------------------------------------------------------------------
tell(
    "profile_approved",
    Topic.PROFILE,
    subject=_("Your profile is on the public pages"),
    sentence=_("We have approved what you wrote about %(firm)s. Thank you."),
    to="portal:profile",
    button=_("See your profile"),
)
tell(
    "profile_returned",
    Topic.PROFILE,
    subject=_("Your profile needs a small change"),
    sentence=_("We wrote: “%(comment)s” Change it and send it again; what the public sees stays as it was."),
    to="portal:profile",
    button=_("Go on writing"),
)

# --- premises ---------------------------------------------------------------------------------------------------------
tell(
    "premises_approved",
    Topic.PROFILE,
    subject=_("“%(title)s” is on the public pages"),
    sentence=_("We have approved the premises of %(firm)s. Newcomers see them from now on."),
    to="portal:premises_item",
    at=("premises",),
    button=_("See the premises"),
)
tell(
    "premises_returned",
    Topic.PROFILE,
    subject=_("“%(title)s” needs a small change"),
    sentence=_("We wrote: “%(comment)s” Change it and send it again."),
    to="portal:premises_item",
    at=("premises",),
    button=_("Go on writing"),
)

# --- duties -----------------------------------------------------------------------------------------------------------
tell(
    "duty_added",
    Topic.DUTY,
    subject=_("We ask %(firm)s for one thing more"),
    sentence=_("It is this: %(duties)s. It is due %(due_on)s."),
    to="portal:firm",
    button=_("See what is missing"),
)
tell(
    "duties_due",
    Topic.DUTY,
    subject=_("We still lack something from %(firm)s"),
    sentence=_("It is this: %(duties)s. The first is due %(first_on)s."),
    to="portal:firm",
    button=_("See what is missing"),
)
