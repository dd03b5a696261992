"""Where the demo's firms are, and what their accountants ask for. No house has the number nought."""

# slug: (street, postcode, town, reference on invoices)
ADDRESSES = {
    "elvebris": ("Elvegata 0", "3015", "Drammen", "PO-2210 Kari Flomvik"),
    "brohode": ("Brogata 0", "3016", "Drammen", "Sak 4417"),
    "stromkanten": ("Strømsø torg 0", "3044", "Drammen", "Avdeling marked"),
    "kveldsvakt": ("Nattveien 0", "3024", "Drammen", ""),
    "drammen-kommune": ("Rådhusgata 0", "3016", "Drammen", "BEST-100245"),
    "tautrekk": ("Havnegata 0", "3040", "Drammen", "Kostnadssted 31"),
    "kladd-og-kvittering": ("Bilagsveien 0", "3015", "Drammen", "Bilag partner"),
    "loddrett": ("Vinkelgata 0", "3027", "Drammen", ""),
    "riktig-stol": ("Stolmakergata 0", "3015", "Drammen", "HR"),
    "andpusten": ("Bakketoppen 0", "3018", "Drammen", ""),
    "nattbro": ("Brugata 0", "3041", "Drammen", "Vertskap"),
    "morkebrent": ("Kaffegata 0", "3017", "Drammen", ""),
    "skumtopp": ("Bryggeveien 0", "3045", "Drammen", "Ølbestilling nr. 1"),
    "vinkel-og-vater": ("Snekkerveien 0", "3025", "Drammen", "Prosjekt 12"),
    "forsteutkast": ("Blyantgata 0", "3015", "Drammen", ""),
    "syvende-pult": ("Pultveien 0", "3044", "Drammen", ""),
    "sikring-og-stopsel": ("Kortslutningen 0", "3036", "Drammen", "Kontor"),
    "gravaer": ("Regnveien 0", "3019", "Drammen", "Skade og faktura"),
    "klipp-og-kantstein": ("Kantsteinen 0", "3043", "Drammen", ""),
    "ordbro": ("Språkgata 0", "3016", "Drammen", ""),
}
