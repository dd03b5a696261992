"""The roles of programme staff: each is a Django group, and what it may is written down here.

Roles at a partner firm (administrator, member, liaison) are seats there, not groups: see `partners.models.Membership`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The roles of programme staff; the value is the name of the group."""

    COMMUNICATIONS = "communications", _("Communications")
    ADVISER = "adviser", _("Strategic adviser")
    ANALYST = "analyst", _("Analyst")
    PROGRAMME_MANAGER = "programme manager", _("Programme manager")
    STEERING_GROUP = "steering group", _("Steering group")


# app_label.codename, as access.md has it. Page and collection rights are given beside these, by `grant_page_rights`.
_ADMIN = "wagtailadmin.access_admin"
_CASES = ["prospects.view_prospect", "prospects.view_handover", "prospects.view_interestform"]
PERMISSIONS: dict[str, list[str]] = {
    Role.COMMUNICATIONS: [
        _ADMIN,
        "partners.view_partnerfirm",
        "partners.change_partnerfirm",
        "home.change_programmesettings",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "simple_translation.submit_translation",
        "prospects.view_evidence",
        "prospects.add_evidence",
        "prospects.change_evidence",
        "prospects.view_strength",
        "prospects.add_strength",
        "prospects.change_strength",
        "home.view_contactperson",
        "home.add_contactperson",
        "home.change_contactperson",
        "home.delete_contactperson",
        "partners.view_premises",
        "partners.change_premises",
        "home.view_banner",
        "home.add_banner",
        "home.change_banner",
        "home.delete_banner",
        "home.view_event",
        "home.add_event",
        "home.change_event",
        "home.view_eventregistration",
        "home.view_subscription",
        "home.view_vacancy",
        "home.add_vacancy",
        "home.change_vacancy",
        "home.view_milestone",
        "home.add_milestone",
        "home.change_milestone",
        "home.delete_milestone",
    ],
    Role.ADVISER: [
        _ADMIN,
        "partners.view_partnerfirm",
        "partners.view_membership",
        *_CASES,
        "prospects.change_prospect",
        "prospects.hand_over_prospect",
        "prospects.see_contact_data",
        "register.view_focusindustry",
        "register.change_focusindustry",
        "register.add_focusindustry",
        "register.view_company",
        "prospects.view_evidence",
        "prospects.view_strength",
        "home.view_contactperson",
        "partners.view_premises",
        "home.view_event",
        "home.view_vacancy",
        "home.view_milestone",
    ],
    Role.ANALYST: [
        _ADMIN,
        "partners.view_partnerfirm",
        *_CASES,
        "prospects.change_prospect",
        "register.view_focusindustry",
        "register.change_focusindustry",
        "register.add_focusindustry",
        "register.view_company",
        "register.change_company",
        "register.add_company",
        "prospects.view_evidence",
        "prospects.add_evidence",
        "prospects.change_evidence",
        "prospects.view_strength",
        "partners.view_premises",
    ],
    Role.PROGRAMME_MANAGER: [
        _ADMIN,
        "partners.view_partnerfirm",
        "partners.view_contributiontier",
        "partners.view_agreement",
        *_CASES,
        "prospects.change_prospect",
        "prospects.hand_over_prospect",
        "prospects.see_contact_data",
        "register.view_focusindustry",
        "register.change_focusindustry",
        "register.add_focusindustry",
        "register.view_company",
        "register.change_company",
        "register.add_company",
        "partners.add_partnerfirm",
        "partners.change_partnerfirm",
        "partners.add_contributiontier",
        "partners.change_contributiontier",
        "partners.view_benefit",
        "partners.add_benefit",
        "partners.change_benefit",
        "partners.view_membership",
        "partners.change_membership",
        "partners.add_agreement",
        "partners.change_agreement",
        "accounts.view_invitation",
        "accounts.add_invitation",
        "accounts.change_user",
        "accounts.view_user",
        "home.change_programmesettings",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "simple_translation.submit_translation",
        "prospects.view_evidence",
        "prospects.add_evidence",
        "prospects.change_evidence",
        "prospects.view_strength",
        "prospects.add_strength",
        "prospects.change_strength",
        "home.view_contactperson",
        "home.add_contactperson",
        "home.change_contactperson",
        "home.delete_contactperson",
        "partners.view_premises",
        "partners.add_premises",
        "partners.change_premises",
        "partners.step_premises",
        "home.view_banner",
        "home.add_banner",
        "home.change_banner",
        "home.delete_banner",
        "home.view_event",
        "home.add_event",
        "home.change_event",
        "home.view_eventregistration",
        "home.view_subscription",
        "home.view_vacancy",
        "home.add_vacancy",
        "home.change_vacancy",
        "home.view_jobapplication",
        "home.view_milestone",
        "home.add_milestone",
        "home.change_milestone",
        "home.delete_milestone",
    ],
    Role.STEERING_GROUP: [_ADMIN, "partners.view_contributiontier"],
}


def has_role(user, *roles: Role) -> bool:
    """Whether `user` holds one of `roles`; a superuser holds them all."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or bool(set(roles) & user.role_names)


def is_staff_member(user) -> bool:
    """Whether `user` works for the programme and may therefore open the admin, with a second factor."""
    return user.is_authenticated and user.has_perm("wagtailadmin.access_admin")


def give_role(user, role: Role) -> None:
    """Put `user` in the group of `role`."""
    from django.contrib.auth.models import Group

    user.groups.add(Group.objects.get(name=role.value))
    user.__dict__.pop("role_names", None)
