"""The figures of the results page in words, as a drawing and as a file; counted once a quarter of an hour."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from common.admin import safe
from common.money import display
from prospects.services import Results, programme_results

from .shelves import shelf

A_QUARTER_OF_AN_HOUR = 900
SHOWN_MONTHS = 12
# The drawing, in the units of its viewBox: a bar and the gap after it, the floor, and the height of the highest bar.
BAR, GAP, FLOOR, HIGHEST = 38, 12, 210, 180
FEW = 5  # the height of a bar whose number is hidden


@dataclass(frozen=True)
class Counted:
    """The figures, and when they were counted."""

    results: Results
    at: datetime


@dataclass(frozen=True)
class Figure:
    """One figure for people: what stands large, what it says, and how it is counted."""

    key: str
    value: str
    label: str
    how: str
    is_words: bool = False


@dataclass(frozen=True)
class Bar:
    """One month in the drawing, in units of the viewBox. `is_few`: fewer than five, so the height says nothing."""

    x: int
    y: int
    height: int
    letter: str
    month: str
    words: str
    is_few: bool


@dataclass(frozen=True)
class Chart:
    """The drawing: its bars, its size, and the number that the line near the top stands for, at the height `top_y`."""

    bars: tuple[Bar, ...]
    width: int
    top: int
    top_y: int
    summary: str

    @property
    def floor(self) -> int:
        """Where the bars stand."""
        return FLOOR

    @property
    def bar(self) -> int:
        """How wide a bar is."""
        return BAR

    @property
    def half_bar(self) -> int:
        """From the left edge of a bar to its middle."""
        return BAR // 2

    @property
    def has_few(self) -> bool:
        """Whether a month is hidden."""
        return any(bar.is_few for bar in self.bars)


@shelf(seconds=A_QUARTER_OF_AN_HOUR)
def results(language: str) -> Counted:
    """What the programme has given until today."""
    return Counted(programme_results(timezone.localdate()), timezone.now())


def figures(counted: Counted) -> list[Figure]:
    """Every figure, in the order of the page."""
    found = counted.results
    language = get_language() or "nb"
    hidden = found.answered_in_time is None
    return [
        _count(
            "asked",
            found.asked,
            gettext("companies have asked us"),
            gettext(
                "Everyone who came to us by the form, by telephone or at an event. "
                "Those we rang ourselves are not counted."
            ),
        ),
        Figure(
            "answered",
            gettext("too few yet") if hidden else gettext("%(share)s %%") % {"share": found.answered_in_time},
            gettext("had an answer from a person within the promise"),
            gettext("The promise is one working day. We count those whose day has passed, and round down."),
            is_words=hidden,
        ),
        Figure(
            "hours",
            gettext("too few yet") if found.median_hours is None else _hours(found.median_hours),
            gettext("to the first answer, in working time"),
            gettext(
                "The middle one of all first answers. Working time is Monday to Friday from 8 to 16, "
                "without public holidays."
            ),
            is_words=True,
        ),
        _count(
            "offered",
            found.offered,
            gettext("introductions offered to partner firms"),
            gettext("Companies that said yes to being introduced, counted once for each firm that was asked."),
        ),
        _count(
            "accepted",
            found.accepted,
            gettext("accepted by the firm"),
            gettext("Also those that ended later, whatever came of them."),
        ),
        _count(
            "declined",
            found.declined,
            gettext("declined"),
            gettext("The firm said no and told us why."),
        ),
        _count(
            "lapsed",
            found.lapsed,
            gettext("lapsed"),
            gettext("The firm did not answer before its deadline."),
        ),
        _count(
            "established",
            found.established,
            gettext("companies have come"),
            gettext(
                "They have opened here, as far as we know. Jobs are not counted yet: we have no number we could check."
            ),
        ),
        Figure(
            "firms",
            str(found.firms),
            ngettext("partner firm today", "partner firms today", found.firms),
            gettext("Firms with an agreement in force on the day we counted."),
        ),
        Figure(
            "yearly",
            display(found.yearly, language),
            gettext("from the partner firms each year"),
            gettext("The yearly contributions of the agreements in force, added up."),
            is_words=True,
        ),
    ]


def chart(counted: Counted) -> Chart | None:
    """The last twelve months as bars; None while nobody has asked."""
    months = counted.results.months[-SHOWN_MONTHS:]
    if not months:
        return None
    top = max([FEW, *(month.count or 0 for month in months)])
    bars = []
    for place, month in enumerate(months):
        height = round(HIGHEST * (FEW if month.count is None else month.count) / top)
        bars.append(
            Bar(
                x=GAP + place * (BAR + GAP),
                y=FLOOR - height,
                height=height,
                letter=date_format(month.first, "M")[:3],
                month=month_name(month.first),
                words=fewer() if month.count is None else str(month.count),
                is_few=month.count is None,
            )
        )
    summary = gettext(
        "Companies that asked, month by month from %(first)s to %(last)s. The numbers are in the table."
    ) % {
        "first": bars[0].month,
        "last": bars[-1].month,
    }
    return Chart(tuple(bars), 2 * GAP + len(bars) * (BAR + GAP) - GAP, top, FLOOR - HIGHEST, summary)


def month_name(first: date) -> str:
    """The month and its year, in the reader's language."""
    return date_format(first, "F Y")


def fewer() -> str:
    """What stands for a number that is not told."""
    return gettext("fewer than 5")


def as_csv(counted: Counted) -> bytes:
    """The figures and the months for a spreadsheet: semicolons, UTF-8 with its mark, no cell that begins a formula."""
    out = io.StringIO()
    sheet = csv.writer(out, delimiter=";", lineterminator="\r\n")

    def row(*cells: object) -> None:
        sheet.writerow([_safe(str(cell)) for cell in cells])

    row(gettext("Figure"), gettext("Value"), gettext("How it is counted"))
    for figure in figures(counted):
        row(figure.label, figure.value, figure.how)
    row(gettext("counted"), date_format(timezone.localtime(counted.at), "DATETIME_FORMAT"), "")
    row()
    row(gettext("Partner level"), gettext("Firms"))
    for tier in counted.results.tiers:
        row(tier.name, tier.firms)
    row()
    row(gettext("Month"), gettext("Companies that asked"))
    for month in counted.results.months:
        row(f"{month.first:%Y-%m}", fewer() if month.count is None else month.count)
    return out.getvalue().encode("utf-8-sig")


def _count(key: str, count: int | None, label: str, how: str) -> Figure:
    return Figure(key, fewer() if count is None else str(count), label, how, is_words=count is None)


def _hours(hours: Decimal) -> str:
    number = f"{hours.normalize():f}"
    if not (get_language() or "nb").startswith("en"):
        number = number.replace(".", ",")
    return ngettext("%(number)s hour", "%(number)s hours", 1 if hours == 1 else 2) % {"number": number}


def _safe(cell: str) -> str:
    return safe(cell)
