"""People and how they got in."""

from datetime import timedelta

import factory
from django.utils import timezone

from accounts.models import Invitation, User
from accounts.roles import Role, give_role


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody who logs in: UserFactory(), UserFactory(adviser=True), UserFactory(locked_out=True)."""

    class Meta:
        model = User

    class Params:
        adviser = factory.Trait(role=Role.ADVISER)
        analyst = factory.Trait(role=Role.ANALYST)
        manager = factory.Trait(role=Role.PROGRAMME_MANAGER)
        communications = factory.Trait(role=Role.COMMUNICATIONS)
        steering_group = factory.Trait(role=Role.STEERING_GROUP)
        english = factory.Trait(language="en")
        locked_out = factory.Trait(is_active=False)

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    first_name = factory.Sequence(lambda number: ("Åse", "Bjørn", "Cecilie", "Dag")[number % 4])
    last_name = factory.Sequence(lambda number: f"Prøve {number}")
    language = "nb"
    role = ""

    @classmethod
    def _create(cls, model_class, *args, role, **kwargs):
        user = model_class.objects.create_user(**kwargs)
        if role:
            give_role(user, Role(role))
        return user


class InvitationFactory(factory.django.DjangoModelFactory):
    """A way in, its secret in `.token`: InvitationFactory(), also expired=True, revoked=True, accepted=True."""

    class Meta:
        model = Invitation

    class Params:
        accepted = factory.Trait(become="accepted")
        revoked = factory.Trait(become="revoked")
        expired = factory.Trait(become="expired")

    email = factory.Sequence(lambda number: f"invited{number}@example.org")
    invited_by = factory.SubFactory(UserFactory, manager=True)
    become = "pending"

    @classmethod
    def _create(cls, model_class, *args, become, **kwargs):
        invitation = model_class(**kwargs)
        invitation.token = invitation.new_token()
        if become == "expired":
            invitation.expires_at = timezone.now() - timedelta(seconds=1)
        invitation.save()
        if become == "accepted":
            invitation.accept(by=UserFactory(email=invitation.email))
        elif become == "revoked":
            invitation.revoke(by=invitation.invited_by)
        return invitation
