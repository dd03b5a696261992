"""What the portal's templates ask for themselves."""

from django import template

from partners.services import notices_for
from portal.signoffs import waiting_for
from portal.undo import TAG

register = template.Library()


@register.simple_tag
def waiting_signoffs(seat) -> int:
    """How many announcements wait for the sign-off of this seat."""
    return waiting_for(seat).count()


@register.simple_tag
def undo_token(message) -> str:
    """What the button below a message sends to undo what it tells of; empty for what cannot be undone."""
    tags = message.extra_tags or ""
    return tags.removeprefix(TAG) if tags.startswith(TAG) else ""


@register.simple_tag
def unread_notices(seat) -> str:
    """How many notices wait to be read at this seat, "9+" for many; empty for none and for who only looks."""
    if not seat or seat.is_preview:
        return ""
    number = notices_for(seat.membership.user, seat.firm).filter(read_at=None).order_by()[:10].count()
    return "" if not number else "9+" if number > 9 else str(number)
