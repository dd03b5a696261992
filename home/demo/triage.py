"""The demo's way-finder."""

from home.models import TriagePage

from .building import Builder

TEXT = {
    "nb": {
        "title": "Finn veien inn",
        "slug": "finn-veien",
        "intro": (
            "Fem korte spørsmål, så setter vi sammen en veiviser til akkurat dere. Ingen konto, ingen e-postadresse. "
            "Du kan hoppe over det du ikke vet."
        ),
    },
    "en": {
        "title": "Find your way in",
        "slug": "find-your-way",
        "intro": (
            "Five short questions, and we put together a guide for exactly you. No account, no e-mail address. "
            "Pass over whatever you do not know."
        ),
    },
}


def build(builder: Builder) -> None:
    """One page in each language."""
    builder.add(
        "triage",
        lambda code: TriagePage(
            title=TEXT[code]["title"],
            slug=TEXT[code]["slug"],
            intro=TEXT[code]["intro"],
            search_description=TEXT[code]["intro"][:150],
        ),
    )
