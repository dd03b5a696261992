"""What the portal's templates ask for themselves."""

from django import template

from portal.signoffs import waiting_for

register = template.Library()


@register.simple_tag
def waiting_signoffs(seat) -> int:
    """How many announcements wait for the sign-off of this seat."""
    return waiting_for(seat).count()
