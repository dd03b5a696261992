"""What the programme is called and how it is reached: content, so that another region needs no code."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from common.languages import in_language


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{name}_nb"), FieldPanel(f"{name}_en")])


@register_setting(icon="home")
class ProgrammeSettings(BaseSiteSetting):
    """The programme, in both languages."""

    name_nb = models.CharField(_("name in Norwegian"), max_length=80, default="Døråpner")
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    tagline_nb = models.CharField(_("tagline in Norwegian"), max_length=160, blank=True)
    tagline_en = models.CharField(_("tagline in English"), max_length=160, blank=True)
    promise_nb = models.CharField(_("promise in Norwegian"), max_length=240, blank=True)
    promise_en = models.CharField(_("promise in English"), max_length=240, blank=True)
    association_nb = models.CharField(_("association in Norwegian"), max_length=120, blank=True)
    association_en = models.CharField(_("association in English"), max_length=120, blank=True)
    municipality_nb = models.CharField(_("municipality in Norwegian"), max_length=120, blank=True)
    municipality_en = models.CharField(_("municipality in English"), max_length=120, blank=True)
    notice_nb = models.CharField(_("notice on every page, in Norwegian"), max_length=240, blank=True)
    notice_en = models.CharField(_("notice on every page, in English"), max_length=240, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)

    panels = [
        MultiFieldPanel([_both("name"), _both("tagline"), _both("promise")], heading=_("Programme")),
        MultiFieldPanel([_both("association"), _both("municipality")], heading=_("Owners")),
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")], heading=_("Contact")),
        MultiFieldPanel([_both("notice")], heading=_("Notice")),
    ]

    class Meta:
        verbose_name = _("programme")

    def __getattr__(self, name: str):
        """`name`, `tagline`, `promise`, `association`, `municipality`, `notice`: in the reader's language."""
        if name in ("name", "tagline", "promise", "association", "municipality", "notice"):
            return in_language(self, name)
        raise AttributeError(name)

    @property
    def demo_notice(self) -> str:
        """What the notice strip says; empty when there is none."""
        return in_language(self, "notice")
