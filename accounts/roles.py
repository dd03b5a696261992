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


_VIEW, _EDIT, _KEEP = ("view",), ("view", "add", "change"), ("view", "add", "change", "delete")


def _may(verbs: tuple[str, ...], *models: str) -> list[str]:
    """The codenames of `verbs` on each of `models`, written app.model."""
    return [f"{app}.{verb}_{name}" for app, name in (model.split(".") for model in models) for verb in verbs]


# app_label.codename, as access.md has it. Page and collection rights are given beside these, by `grant_page_rights`.
_ADMIN = "wagtailadmin.access_admin"
_CASES = _may(_VIEW, "prospects.prospect", "prospects.handover", "prospects.interestform", "prospects.scoreweight")
_SITE = [
    *_may(("add", "change", "delete"), "wagtailredirects.redirect"),
    "simple_translation.submit_translation",
    *_may(_EDIT, "prospects.evidence", "prospects.strength", "home.event", "home.vacancy"),
    *_may(_EDIT, "home.searchsynonym", "home.promotedresult"),
    *_may(_KEEP, "home.contactperson", "home.banner", "home.milestone"),
    *_may(_VIEW, "home.eventregistration", "home.subscription", "partners.premises"),
    "partners.change_premises",
    *_may(_EDIT, "partners.competence"),
]
PERMISSIONS: dict[str, list[str]] = {
    Role.COMMUNICATIONS: [_ADMIN, *_SITE, "partners.view_partnerfirm", "partners.change_partnerfirm"],
    Role.ADVISER: [
        _ADMIN,
        *_CASES,
        "prospects.change_prospect",
        "prospects.hand_over_prospect",
        "prospects.see_contact_data",
        *_may(_EDIT, "register.focusindustry"),
        *_may(_VIEW, "register.company", "partners.partnerfirm", "partners.membership", "partners.premises"),
        *_may(_VIEW, "prospects.evidence", "prospects.strength", "home.contactperson"),
        *_may(_VIEW, "home.event", "home.vacancy", "home.milestone"),
    ],
    Role.ANALYST: [
        _ADMIN,
        *_CASES,
        "prospects.change_prospect",
        *_may(_EDIT, "register.focusindustry", "register.company", "prospects.evidence"),
        *_may(_VIEW, "partners.partnerfirm", "partners.premises", "prospects.strength"),
        "partners.see_agreement_sums",
        "partners.see_contribution_sums",
    ],
    Role.PROGRAMME_MANAGER: [
        _ADMIN,
        *_CASES,
        *_SITE,
        "prospects.change_prospect",
        "prospects.hand_over_prospect",
        "prospects.see_contact_data",
        *_may(_EDIT, "register.focusindustry", "register.company"),
        *_may(_EDIT, "partners.partnerfirm", "partners.contributiontier", "partners.benefit", "partners.agreement"),
        *_may(_EDIT, "prospects.standingreason"),
        "prospects.change_scoreweight",
        *_may(_EDIT, "partners.partnershipround", "partners.benefitpool"),
        *_may(("view", "change"), "partners.application"),
        *_may(_KEEP, "partners.formerpartner", "partners.predecessorprogramme"),
        *_may(_EDIT, "partners.clause", "partners.benefitdelivery"),
        "partners.view_benefityear",
        "partners.see_agreement_sums",
        *_may(("view", "change"), "partners.contribution"),
        "partners.see_contribution_sums",
        "partners.change_billingsettings",
        *_may(_EDIT, "partners.inkindrate", "partners.duty"),
        "partners.view_membership",
        "partners.change_membership",
        "partners.add_premises",
        "partners.step_premises",
        "home.view_jobapplication",
        "home.change_programmesettings",
        "accounts.view_invitation",
        "accounts.add_invitation",
        "accounts.change_user",
        "accounts.view_user",
    ],
    Role.STEERING_GROUP: [
        _ADMIN,
        *_may(_VIEW, "partners.contributiontier", "partners.partnershipround", "partners.clause"),
        "partners.see_agreement_sums",
        "partners.see_contribution_sums",
    ],
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
