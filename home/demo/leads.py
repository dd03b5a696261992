"""Puts tips from firms and requests to the municipality in the demo: by the services people use, back-dated."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from common.clock import OSLO, is_working_day
from partners.models import Membership, PartnerFirm
from prospects.forms import OwnLeadForm
from prospects.models import Prospect
from prospects.services import (
    answer_identity,
    answer_request,
    approve_lead,
    ask_back,
    ask_municipality,
    decline_lead,
    explain_request,
    tell_of_lead,
)
from register.models import FocusIndustry

from .lead_texts import LEADS, REQUESTS


def _moment(days_ago: int, hour: int = 10) -> datetime:
    """That hour of the last working day at least so many days ago; never in the future."""
    day = timezone.localdate() - timedelta(days=days_ago)
    while days_ago and not is_working_day(day):
        day -= timedelta(days=1)
    return min(datetime.combine(day, time(hour), OSLO), timezone.now() - timedelta(minutes=15))


def load_leads(adviser: User) -> None:
    """Tips in different states, answered by `adviser`."""
    wording = str(OwnLeadForm.base_fields["contact_knows"].label)
    for row in LEADS:
        values: dict[str, Any] = {name: value for name, value in row.items() if name not in ("firm", "by", "state")}
        days = values.pop("days_ago")
        values |= {"industry": FocusIndustry.objects.get(slug=row["industry"]), "contact_wording": wording}
        reason = values.pop("reason", "")
        firm, by = PartnerFirm.objects.get(slug=row["firm"]), User.objects.get(email=row["by"])
        lead = tell_of_lead(firm, values, by=by, at=_moment(days))
        if row["state"] == "approved":
            approve_lead(lead, by=adviser, at=_moment(days - 1, 12))
        elif row["state"] == "declined":
            decline_lead(lead, reason=reason, by=adviser, at=_moment(days - 1, 12))


def load_requests(adviser: User) -> None:
    """Requests to the municipality: one on its way, one late, one explained after it was asked back, one answered."""
    town = PartnerFirm.objects.get(is_owner=True)
    seat = Membership.objects.active().filter(firm=town, role="liaison").select_related("user").order_by("pk").first()
    liaison = seat.user if seat else None
    for row in REQUESTS:
        prospect = Prospect.objects.get(company_name=row["company"])
        days = row["days_ago"]
        asked = ask_municipality(
            prospect,
            to=town,
            kind=row["kind"],
            question=row["question"],
            asks_identity=row["asks_identity"],
            by=prospect.adviser or adviser,
            at=_moment(days),
        )
        if row["said_yes"]:
            answer_identity(asked, is_yes=True, at=_moment(days - 1, 11))
        if row["back"]:
            ask_back(asked, text=row["back"], by=liaison, at=_moment(days - 1, 13))
        if row["explained"]:
            explain_request(asked, text=row["explained"], by=prospect.adviser or adviser, at=_moment(days - 2, 14))
        if row["answer"]:
            answer_request(asked, text=row["answer"], shared=row["shared"], by=liaison, at=_moment(days - 3, 15))
