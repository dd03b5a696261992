"""What the demo's firms can help a newcomer with, and in which languages."""

# slug: (name in Norwegian, name in English)
COMPETENCES = {
    "lokaler": ("Finne lokaler", "Finding premises"),
    "etablering": ("Starte selskap i Norge", "Setting up a company in Norway"),
    "kontrakter": ("Kontrakter og arbeidsrett", "Contracts and employment law"),
    "bank": ("Bank og finansiering", "Banking and finance"),
    "regnskap": ("Regnskap og lønn", "Accounting and payroll"),
    "rekruttering": ("Finne medarbeidere", "Finding people to employ"),
    "it": ("IT og flytting av systemer", "IT and moving systems"),
    "frakt": ("Frakt, lager og toll", "Freight, storage and customs"),
    "bygging": ("Bygge og bygge om", "Building and rebuilding"),
    "flytting": ("Flytte hit med familie", "Moving here with a family"),
    "helse": ("Bedriftshelse og arbeidsmiljø", "Occupational health"),
    "synlighet": ("Bli kjent i byen", "Becoming known in town"),
    "vertskap": ("Overnatting, mat og møter", "Rooms, food and meetings"),
    "forsikring": ("Forsikring", "Insurance"),
    "kommunen": ("Veien inn til kommunen", "The way in to the municipality"),
}

# slug of the firm: (competences, languages)
SKILLS = {
    "elvebris": (["lokaler", "bygging"], ["nb", "en", "de"]),
    "brohode": (["etablering", "kontrakter"], ["nb", "en", "de"]),
    "stromkanten": (["bank", "etablering"], ["nb", "en", "pl"]),
    "kveldsvakt": (["it"], ["nb", "en", "lt"]),
    "drammen-kommune": (["kommunen", "flytting"], ["nb", "en", "pl", "uk", "ar"]),
    "tautrekk": (["frakt"], ["nb", "en", "nl", "de"]),
    "kladd-og-kvittering": (["regnskap", "etablering"], ["nb", "en", "sv"]),
    "loddrett": (["bygging", "lokaler"], ["nb", "en", "fr"]),
    "riktig-stol": (["rekruttering"], ["nb", "en", "sv", "da"]),
    "andpusten": (["helse"], ["nb", "en"]),
    "nattbro": (["vertskap"], ["nb", "en", "de", "es"]),
    "morkebrent": (["vertskap"], ["nb", "en", "tr"]),
    "skumtopp": (["vertskap", "synlighet"], ["nb", "en"]),
    "vinkel-og-vater": (["bygging"], ["nb", "en", "pl", "lt"]),
    "forsteutkast": (["synlighet"], ["nb", "en"]),
    "syvende-pult": (["lokaler", "etablering"], ["nb", "en", "fi"]),
    "sikring-og-stopsel": (["bygging", "it"], ["nb", "pl"]),
    "gravaer": (["forsikring"], ["nb", "en"]),
    "klipp-og-kantstein": (["synlighet"], ["nb", "en", "ur"]),
    "ordbro": (["flytting", "rekruttering"], ["nb", "en", "pl", "uk", "zh"]),
}
