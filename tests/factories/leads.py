"""What firms tell us of, and what the municipality is asked."""

from datetime import timedelta

import factory
from django.utils import timezone

from prospects.models import MunicipalRequest, OwnLead, RequestWord
from prospects.services import approve_lead

from .numbers import organisation_number
from .partners import PartnerFirmFactory
from .people import UserFactory
from .prospects import ProspectFactory
from .register import FocusIndustryFactory


class OwnLeadFactory(factory.django.DjangoModelFactory):
    """A company a firm tells of: OwnLeadFactory() waits; approved=True has a case and protects the firm.

    Also declined=True, known=True, withdrawn=True; ended=True and lifted=True were protected before.
    """

    class Meta:
        model = OwnLead

    class Params:
        approved = factory.Trait(become="approved")
        declined = factory.Trait(become="declined")
        known = factory.Trait(become="known")
        withdrawn = factory.Trait(become="withdrawn")
        ended = factory.Trait(become="ended")
        lifted = factory.Trait(become="lifted")

    firm = factory.SubFactory(PartnerFirmFactory)
    told_by = factory.SubFactory(UserFactory)
    company_name = factory.Sequence(lambda number: f"Fossekall Verksted {number} AS")
    organisation_number = factory.Sequence(lambda number: organisation_number(600_000 + number))
    industry = factory.SubFactory(FocusIndustryFactory)
    need = "Et verksted med kran."
    how_known = "De leverer deler til oss."
    contact_name = "Jorunn Fossli"
    contact_email = factory.Sequence(lambda number: f"jorunn{number}@fossekall.example")
    contact_phone = "+47 32 11 22 33"
    contact_wording = "Personen vet at vi forteller om dem"
    become = "submitted"
    by = factory.SubFactory(UserFactory, adviser=True)

    @classmethod
    def _create(cls, model_class, *args, become, by, **kwargs):
        lead = super()._create(model_class, *args, **kwargs)
        if become in ("approved", "ended", "lifted"):
            approve_lead(lead, by=by, at=timezone.now())
        if become == "lifted":
            lead.lift_protection(reason="Bedriften ba om det.", by=by)
        elif become == "ended":
            lead.end_protection(at=timezone.now() + timedelta(days=400))
        elif become == "declined":
            lead.decline(reason="Den er for langt unna.", by=by)
        elif become == "known":
            lead.mark_known(by=by)
        elif become == "withdrawn":
            lead.withdraw(by=lead.told_by)
        return lead


class MunicipalRequestFactory(factory.django.DjangoModelFactory):
    """A question to the municipality: MunicipalRequestFactory() waits; answered=True, returned=True, withdrawn=True.

    named=True asked the prospect and got its yes. `liaison` is who acts for the municipality.
    """

    class Meta:
        model = MunicipalRequest

    class Params:
        answered = factory.Trait(become="answered")
        returned = factory.Trait(become="returned")
        withdrawn = factory.Trait(become="withdrawn")
        named = factory.Trait(asks_identity=True, identity_yes_at=factory.LazyFunction(timezone.now))

    prospect = factory.SubFactory(ProspectFactory, qualified=True)
    municipality = factory.SubFactory(PartnerFirmFactory, public=True)
    kind = MunicipalRequest.Kind.PERMIT
    question = "Hvor lang tid tar en byggetillatelse for et verksted?"
    asked_by = factory.SelfAttribute("prospect.adviser")
    due_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=5))
    become = "asked"
    liaison = None

    @classmethod
    def _create(cls, model_class, *args, become, liaison, **kwargs):
        request = super()._create(model_class, *args, **kwargs)
        if become == "answered":
            request.answer(text="Åtte uker.", shared="Regn med åtte uker.", by=liaison)
        elif become == "returned":
            RequestWordFactory(request=request, by=liaison)
            request.ask_back(by=liaison)
        elif become == "withdrawn":
            request.withdraw(reason="Ikke lenger aktuelt.", by=request.asked_by)
        return request


class RequestWordFactory(factory.django.DjangoModelFactory):
    """What was asked back: RequestWordFactory(request=request), also side="programme"."""

    class Meta:
        model = RequestWord

    request = factory.SubFactory(MunicipalRequestFactory)
    side = RequestWord.Side.MUNICIPALITY
    text = "Hvor stort skal det være?"
