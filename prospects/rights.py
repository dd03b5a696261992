"""The rights of the case work, by name."""

VIEW, CHANGE, HAND_OVER, CONTACTS, STEER = (
    f"prospects.{name}"
    for name in ("view_prospect", "change_prospect", "hand_over_prospect", "see_contact_data", "change_scoreweight")
)
"""To see cases, to work in them, to hand over, to see persons, and to set reasons and weights."""
