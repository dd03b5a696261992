"""The list above the pages of the focus industries."""

INDEX: dict[str, dict[str, str]] = {
    "nb": {
        "title": "Bransjer",
        "slug": "bransjer",
        "intro": (
            "Åtte bransjer vi går ut og leter i. Gå inn døra som ligner mest på din, og se hvem som allerede bor der."
        ),
    },
    "en": {
        "title": "Industries",
        "slug": "industries",
        "intro": "Eight industries we go out looking in. Take the door most like yours and see who lives there.",
    },
}
