"""Who of the programme is told of what happens in a case."""

from accounts.models import User
from accounts.roles import Role
from common.mail import post

from ..models import Handover, Prospect

WORKING = (Role.ADVISER, Role.ANALYST, Role.PROGRAMME_MANAGER)


def advisers_to_tell(prospect: Prospect) -> list[User]:
    """Who is told of what happens in a case: its adviser, while it has none all advisers, without any the managers."""
    if prospect.adviser is not None and prospect.adviser.is_active:
        return [prospect.adviser]
    for role in (Role.ADVISER, Role.PROGRAMME_MANAGER):
        if people := list(User.objects.filter(is_active=True, groups__name=role).order_by("pk")):
            return people
    return list(User.objects.filter(is_active=True, is_superuser=True).order_by("pk"))


def may_work_with(user: User) -> bool:
    """Whether `user` can be given a case or a task in one."""
    return user.is_active and user.has_perm("prospects.change_prospect")


def workers() -> list[User]:
    """Everybody who can be given a case or a task in one, by name."""
    found = User.objects.filter(is_active=True, groups__name__in=WORKING).distinct()
    return list(found.order_by("first_name", "last_name", "pk"))


def tell_advisers(kind: str, handover: Handover) -> None:
    """Post the letter `kind` about a handover to everybody who is told of its case."""
    for adviser in advisers_to_tell(handover.prospect):
        post(kind, handover=handover.pk, reader=adviser.pk)
