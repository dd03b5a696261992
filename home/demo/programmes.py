"""The demo's programmes and milestones."""

from typing import Any

from home.models import ProgrammeIndexPage, ProgrammePage
from prospects.models import Evidence

from . import milestones
from .building import Builder, blocks, stream
from .programme_texts import INDEX, PROGRAMMES


def build(builder: Builder) -> None:
    """The list, four programmes, and the milestones with their page."""
    builder.add(
        "programmes",
        lambda code: ProgrammeIndexPage(
            title=INDEX[code]["title"], slug="prosjekter" if code == "nb" else "projects", intro=INDEX[code]["intro"]
        ),
    )
    evidence = {one.figure: one for one in Evidence.objects.all()}
    for place, row in enumerate(PROGRAMMES):
        builder.add(
            row["slug"]["nb"],
            lambda code, row=row, place=place: ProgrammePage(
                title=row["title"][code],
                slug=row["slug"][code],
                state=row["state"],
                period=row["period"][code],
                run_by=row["run_by"][code],
                intro=row["intro"][code],
                goal=row["goal"][code],
                sort_order=10 * (place + 1),
                body=stream(ProgrammePage, _with_evidence(row, code, evidence)),
            ),
            under="programmes",
        )
    milestones.build(builder)


def _with_evidence(row: dict[str, Any], code: str, evidence: dict[str, Evidence]) -> list:
    rows = blocks(row["body"][code])
    chosen = [evidence[figure] for figure in row["evidence"] if figure in evidence]
    if chosen:
        rows.insert(1, ("evidence", {"heading": row["evidence_heading"][code], "items": chosen}))
    return rows
