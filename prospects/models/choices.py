"""What a prospect can tell us by choosing. "Unknown" is an answer, never an empty field."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SizeBand(models.TextChoices):
    """How many people the company will employ here."""

    TO_4 = "1-4", _("1–4 people")
    TO_9 = "5-9", _("5–9 people")
    TO_19 = "10-19", _("10–19 people")
    TO_49 = "20-49", _("20–49 people")
    TO_99 = "50-99", _("50–99 people")
    OVER_100 = "100+", _("100 people or more")
    UNKNOWN = "unknown", _("Not known yet")


class AreaBand(models.TextChoices):
    """How much space the company wants."""

    NONE = "none", _("No premises")
    UNDER_100 = "under_100", _("Less than 100 m²")
    TO_300 = "100_299", _("100–299 m²")
    TO_1000 = "300_999", _("300–999 m²")
    TO_5000 = "1000_4999", _("1 000–4 999 m²")
    OVER_5000 = "5000_up", _("5 000 m² or more")
    PLOT = "plot", _("A plot to build on")
    UNKNOWN = "unknown", _("Not known yet")


class TimeFrame(models.TextChoices):
    """When the company wants to be here."""

    NOW = "now", _("Within three months")
    YEAR = "year", _("Within a year")
    TWO_YEARS = "two_years", _("In one to two years")
    LATER = "later", _("Later")
    UNKNOWN = "unknown", _("Not known yet")


class Readiness(models.TextChoices):
    """How far the company has come in its own mind: four levels."""

    CURIOUS = "curious", _("We are curious")
    EXPLORING = "exploring", _("We are looking at what is possible")
    COMPARING = "comparing", _("We are comparing places")
    DECIDED = "decided", _("We have decided to move or open, and need a place")


class Source(models.TextChoices):
    """How the programme came to know of the prospect."""

    FORM = "form", _("Interest form")
    PHONE = "phone", _("Telephone")
    EVENT = "event", _("Event")
    REFERRAL = "referral", _("Tip from somebody")
    TARGET_LIST = "target_list", _("Target list")
    PARTNER = "partner", _("Lead of a partner firm")
    OWN = "own", _("Own research")


class Establishment(models.TextChoices):
    """What coming here would mean: only the first brings the region a company it did not have."""

    NEW = "new", _("New to the region")
    EXPANSION = "expansion", _("Expansion of a company that is here")
    MOVE_REGION = "move_region", _("Move within the region")
    MOVE_MUNICIPALITY = "move_municipality", _("Move within the municipality")
    UNKNOWN = "unknown", _("Not known yet")
