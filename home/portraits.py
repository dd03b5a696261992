"""The photo of somebody who works here, where the public pages have one."""

from accounts.models import User

from .models import ContactPerson


def portrait_of(user: User):
    """The photo of the contact person with the e-mail address of `user`; None when there is none."""
    found = ContactPerson.objects.filter(email__iexact=user.email, is_retired=False, photo__isnull=False)
    person = found.select_related("photo").first() if user.email else None
    return person.photo if person else None
