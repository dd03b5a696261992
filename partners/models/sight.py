"""What a seat lets somebody read of a firm's affairs: the one question every `visible_to` here begins with.

`visible_to(seat)` takes the seat a person acts from, not the person: somebody with seats in two firms acts for one of
them at a time. What staff may read is a matter of their permissions, and asked in the admin.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .people import Membership


def reads_affairs(seat: "Membership") -> bool:
    """Whether from `seat` one reads what is agreed with its firm, owed and paid: an active one, and no liaison's."""
    return seat.status == "active" and seat.role in ("administrator", "member")
