"""The words of agreements: writing them in versions, and choosing those that apply."""

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from partners.models import AgreementClause, Clause, ClauseVersion

WORDS = ("title_nb", "title_en", "text_nb", "text_en")


@transaction.atomic
def write_clause(clause: Clause, *, by: User | None, **words: str) -> ClauseVersion:
    """Give `clause` the `words` (title_nb, title_en, text_nb, text_en); returns the version that holds them.

    A version that an agreement cites is never changed: a new one is written. Unchanged words make no new version.
    Raises KeyError when one of the four is missing.
    """
    given = {name: words[name].strip().replace("\r\n", "\n") for name in WORDS}
    # Two editors at once: the second waits here, and then sees the version of the first.
    Clause.objects.select_for_update(no_key=True).get(pk=clause.pk)
    latest = clause.versions.order_by("-version").first()
    if latest is not None:
        if all(getattr(latest, name) == value for name, value in given.items()):
            return latest
        if not AgreementClause.objects.filter(source=latest).exists():
            ClauseVersion.objects.filter(pk=latest.pk).update(**given)
            latest.refresh_from_db()
            return latest
    return ClauseVersion.objects.create(clause=clause, version=(latest.version if latest else 0) + 1, **given)


def clauses_for(*, is_renewal: bool) -> list[ClauseVersion]:
    """The latest words of each clause for a first agreement or a renewal, by number.

    A clause written for just one of the two stands in place of the general one with its number.
    """
    special = Clause.Use.RENEWAL if is_renewal else Clause.Use.NEW
    found = Clause.objects.filter(is_retired=False, use__in=(Clause.Use.BOTH, special))
    chosen: dict[int, Clause] = {}
    for clause in found.annotate(newest=Max("versions__version")).exclude(newest=None).order_by("number"):
        if clause.number not in chosen or clause.use == special:
            chosen[clause.number] = clause
    versions = ClauseVersion.objects.filter(clause__in=chosen.values()).select_related("clause").order_by("version")
    latest = {version.clause_id: version for version in versions}
    return [latest[clause.pk] for _number, clause in sorted(chosen.items())]
