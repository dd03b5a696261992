"""What is kept about people in cases, why and until when."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.retention import Purpose
from prospects.models import CASE_FILE_DAYS, RENEWABLE_DAYS, InboundMail, OwnLead, PrivateLink
from prospects.services import forget_due, forget_imports, forget_inbound, forget_leads

from .retention_words import CONSENT, INTEREST, delete_due, nothing, with_number


def forget_links(now: datetime | None = None) -> int:
    """Delete keys to private pages that open nothing and can ask for no new one any longer."""
    before = (now or timezone.now()) - timedelta(days=RENEWABLE_DAYS)
    return delete_due(PrivateLink.objects.filter(Q(expires_at__lt=before) | Q(revoked_at__isnull=False)))


CASES = [
    Purpose(
        "prospects",
        _("You who want to bring a company here"),
        _(
            "Your name, e-mail address, telephone number, language and what we have talked about: so that we can "
            "answer you and help you on your way."
        ),
        INTEREST,
        with_number(
            _(
                "%(count)s months after anything last happened in the case. The company, the industry and the dates "
                "stay as figures."
            ),
            settings.RETENTION_MONTHS,
        ),
        forget_due,
    ),
    Purpose(
        "case-files",
        _("You whose company stands on a list we work from"),
        _("To open cases of companies from a file, and to mend the rows that could not be used."),
        INTEREST,
        with_number(_("The file is deleted %(count)s days after it was read."), CASE_FILE_DAYS),
        forget_imports,
    ),
    Purpose(
        "forms",
        _("The interest form as you sent it, and what you said yes to"),
        _(
            "So that we know what you asked for, and can show which words you agreed to. A partner firm learns who you "
            "are only after your yes."
        ),
        CONSENT,
        _("Together with you, as above. A yes you take back counts no longer from the same moment."),
        nothing,
    ),
    Purpose(
        "links",
        _("The link to your private page"),
        _("So that only you can open it. We keep a fingerprint of the link, not the link itself."),
        INTEREST,
        with_number(
            _("%(count)s days after it was made, or as soon as it is revoked."),
            settings.PRIVATE_LINK_DAYS + RENEWABLE_DAYS,
        ),
        forget_links,
    ),
    Purpose(
        "own_leads",
        _("You whom a partner firm named to us as somebody to talk to"),
        _(
            "Your name, e-mail address and telephone number, and why the firm knows your company: so that we can ask "
            "whether you want to hear from us. The firm has told us that you know of it."
        ),
        INTEREST,
        with_number(
            _(
                "%(count)s days after we answered the firm. When we open a case, you are in it as above, and no longer "
                "here."
            ),
            OwnLead.KEPT_DAYS,
        ),
        forget_leads,
    ),
    Purpose(
        "inbound",
        _("You who write to us by e-mail"),
        _(
            "What you wrote and what you sent with it: so that we can answer. When we know which company it is about, "
            "it is kept with that company, as above."
        ),
        INTEREST,
        with_number(
            _(
                "%(count)s days after it came, when nobody finds out what it is about. A fingerprint that says nothing "
                "about you stays for a year, so that no mail is read twice."
            ),
            InboundMail.UNFILED_DAYS,
        ),
        forget_inbound,
    ),
    Purpose(
        "suppressions",
        _("You who have asked us not to write or call"),
        _(
            "A fingerprint of your address or number, made with a key that only the server has, so that we leave you "
            "alone also when all else about you is deleted. Nobody can read the address from it."
        ),
        INTEREST,
        _("When you say on your page that we may write again, or when the programme ends."),
        nothing,
    ),
]
