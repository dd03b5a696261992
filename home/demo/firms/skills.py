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

# slug of the firm: (code, its name) of the standard of 2007, as the register of companies has it
CODES = {
    "elvebris": ("68.209", "Utleie av egen eller leid fast eiendom ellers"),
    "brohode": ("69.100", "Juridisk tjenesteyting"),
    "stromkanten": ("64.190", "Bankvirksomhet ellers"),
    "kveldsvakt": ("62.020", "Konsulentvirksomhet tilknyttet informasjonsteknologi"),
    "drammen-kommune": ("84.110", "Generell offentlig administrasjon"),
    "kladd-og-kvittering": ("69.201", "Regnskap og bokføring"),
    "vinkel-og-vater": ("41.200", "Oppføring av bygninger"),
    "sikring-og-stopsel": ("43.210", "Elektrisk installasjonsarbeid"),
    "gravaer": ("65.120", "Skadeforsikring"),
    "klipp-og-kantstein": ("96.020", "Frisering og annen skjønnhetspleie"),
    "ordbro": ("74.300", "Oversettelses- og tolkevirksomhet"),
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
