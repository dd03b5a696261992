"""Clauses: the words of agreements, in versions."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.languages import in_language


class Clause(models.Model):
    """One numbered point of the programme's agreement. Its words are kept in versions; the latest is offered."""

    class Use(models.TextChoices):
        BOTH = "both", _("new agreements and renewals")
        NEW = "new", _("new agreements only")
        RENEWAL = "renewal", _("renewals only")

    number = models.PositiveSmallIntegerField(_("number"))
    use = models.CharField(_("used in"), max_length=8, choices=Use.choices, default=Use.BOTH)
    is_retired = models.BooleanField(_("no longer used"), default=False)

    class Meta:
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        ordering = ["number", "use"]
        constraints = [models.UniqueConstraint(fields=["number", "use"], name="one_clause_per_number_and_use")]

    def __str__(self):
        latest = self.latest
        return f"§ {self.number} {latest.title}" if latest else f"§ {self.number}"

    @property
    def latest(self) -> "ClauseVersion | None":
        """The words as they now are; None before anybody has written any. One query, unless prefetched."""
        return max(self.versions.all(), key=lambda one: one.version, default=None)


class ClauseVersion(models.Model):
    """The words of a clause from some day on. Never changed once an agreement cites it: a new version is written."""

    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="versions", verbose_name=_("clause"))
    version = models.PositiveSmallIntegerField(_("version"))
    title_nb = models.CharField(_("heading in Norwegian"), max_length=120)
    title_en = models.CharField(_("heading in English"), max_length=120)
    text_nb = models.TextField(_("text in Norwegian"))
    text_en = models.TextField(_("text in English"))
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("version of a clause")
        verbose_name_plural = _("versions of clauses")
        ordering = ["clause__number", "-version"]
        constraints = [models.UniqueConstraint(fields=["clause", "version"], name="one_text_per_clause_and_version")]

    def __str__(self):
        return f"§ {self.clause.number} ({self.version})"

    @property
    def title(self) -> str:
        """The heading in the reader's language."""
        return in_language(self, "title")

    @property
    def text(self) -> str:
        """The text in the reader's language."""
        return in_language(self, "text")


class AgreementClause(models.Model):
    """A clause as it stands in one agreement: a copy, made when it was offered."""

    agreement = models.ForeignKey("partners.Agreement", on_delete=models.CASCADE, related_name="clauses")
    source = models.ForeignKey(ClauseVersion, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number"))
    title_nb = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    text_nb = models.TextField()
    text_en = models.TextField()

    class Meta:
        verbose_name = _("clause of an agreement")
        verbose_name_plural = _("clauses of agreements")
        ordering = ["agreement", "number"]
        constraints = [models.UniqueConstraint(fields=["agreement", "number"], name="one_clause_per_number")]

    def __str__(self):
        return f"§ {self.number}"

    @property
    def title(self) -> str:
        """The heading in the reader's language."""
        return in_language(self, "title")

    @property
    def text(self) -> str:
        """The text in the reader's language."""
        return in_language(self, "text")
