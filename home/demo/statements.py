"""The demo's statements: results, accessibility and privacy."""

from datetime import date
from typing import Any

from home.models import AccessibilityPage, PrivacyPage, ResultsPage

from .building import Builder, blocks, stream

MAIL = '<a href="mailto:kommunikasjon@drammen.example">kommunikasjon@drammen.example</a>'
ADVISER = '<a href="mailto:radgiver@drammen.example">radgiver@drammen.example</a>'
INSPECTORATE = '<a href="https://www.datatilsynet.no">Datatilsynet</a>'

RESULTS: dict[str, dict[str, Any]] = {
    "nb": {
        "title": "Resultater",
        "intro": (
            "Ingen har skrevet inn disse tallene. De telles av systemet vi jobber i, og under hvert av dem står det "
            "hvordan. Noen av dem er mindre pene enn andre."
        ),
    },
    "en": {
        "title": "Results",
        "intro": (
            "Nobody typed these figures. The system we work in counts them, and says how beneath each. Some are "
            "prettier than others."
        ),
    },
}

ACCESSIBILITY: dict[str, dict[str, Any]] = {
    "nb": {
        "title": "Tilgjengelighet",
        "intro": "En dør som bare noen kommer gjennom, er en dårlig dør. Det gjelder nettsider også.",
        "tested_how": (
            "Med testverktøyet axe på sidene, på norsk og engelsk, med lyst og mørkt utseende. Med tastatur alene i "
            "nettleseren Chromium. Verktøy og utviklere har testet, ikke mennesker som bruker hjelpemidler til daglig."
        ),
        "shortcomings": (
            "Ingen utenforstående har kontrollert nettstedet.\n"
            "Skjermlesere er ikke prøvd av noen som bruker dem til daglig.\n"
            "Norske navn på engelske sider er ikke merket som norske, så opplesningen kan bli rar.\n"
            "Dokumenter som lastes opp, for eksempel PDF, er ikke kontrollert."
        ),
        "body": [
            ("heading", "Hva vi sikter mot"),
            (
                "paragraph",
                "<p>Vi bygger nettstedet etter WCAG 2.2 på nivå AA. Det er mer enn WCAG 2.1 AA, som loven krever av "
                "offentlige nettsteder. Sidene skal kunne brukes med tastatur, med skjermleser, med forstørrelse og på "
                "en liten skjerm i dårlig lys.</p>",
            ),
            ("heading", "Har du støtt på en terskel?"),
            (
                "paragraph",
                f"<p>Skriv til {MAIL}. Det hjelper oss om du forteller</p><ul><li>hvilken side du var på,</li><li>hva "
                "du "
                "prøvde å gjøre, og hva som skjedde,</li><li>hvilken nettleser og hvilket hjelpemiddel du brukte, hvis "
                "du vet det.</li></ul><p>Du får svar innen én arbeidsdag. Trenger du innholdet på en annen måte i "
                "mellomtiden, ordner vi det.</p>",
            ),
        ],
    },
    "en": {
        "title": "Accessibility",
        "intro": "A door that only some people can get through is a poor door. The same goes for websites.",
        "tested_how": (
            "With the test tool axe on the pages, in Norwegian and English, in light and dark. With the keyboard alone "
            "in the browser Chromium. Tools and developers tested it, not people who use assistive technology daily."
        ),
        "shortcomings": (
            "Nobody from outside has audited the site.\n"
            "Screen readers have not been tried by anybody who uses them daily.\n"
            "Norwegian names on English pages are not marked as Norwegian, so they may be read out oddly.\n"
            "Documents that are uploaded, such as PDFs, have not been checked."
        ),
        "body": [
            ("heading", "What we aim for"),
            (
                "paragraph",
                "<p>We build this website to WCAG 2.2, level AA. That goes further than WCAG 2.1 AA, which the law "
                "requires of public websites. The pages should work with a keyboard, with a screen reader, with "
                "magnification and on a small screen in poor light.</p>",
            ),
            ("heading", "Tripped over a threshold?"),
            (
                "paragraph",
                f"<p>Write to {MAIL}. It helps if you tell us</p><ul><li>which page you were on,</li><li>what you were "
                "trying to do and what happened,</li><li>which browser and which assistive technology you used, if you "
                "know.</li></ul><p>You will hear from us within one working day. If you need the content in some other "
                "form in the meantime, we will see to it.</p>",
            ),
        ],
    },
}

PRIVACY: dict[str, dict[str, Any]] = {
    "nb": {
        "title": "Personvern",
        "intro": (
            "Å vurdere flytting kan være følsomt. Her står det hva vi lagrer om deg, hvorfor, hvor lenge og hvem som "
            "får se det."
        ),
        "body": [
            ("heading", "Hvem som er ansvarlig"),
            (
                "paragraph",
                "<p>Næringsforeningen i Drammensregionen eier programmet og er behandlingsansvarlig for opplysningene. "
                "Vi selger ingenting videre. Denne siden er en del av en demo. Teksten må kvalitetssikres før den "
                "tas i "
                "bruk på ordentlig.</p>",
            ),
            ("heading", "Hvem som ser hva"),
            (
                "paragraph",
                "<ul><li><b>Rådgiverne og programlederen</b> ser alt, fordi de skal hjelpe deg.</li><li><b>Analytikeren"
                "</b> ser bedriften og behovet, men ikke kontaktinformasjonen din.</li><li><b>Partnerbedrifter</b> kan "
                "få en anonym beskrivelse av behovet. De får vite hvem du er når de har takket ja og du har samtykket."
                "</li><li><b>Kommunen</b> ser det som trengs for å svare på en henvendelse du har bedt oss om å ta med "
                "dit.</li><li><b>Styringsgruppen</b> ser summer, aldri personer.</li></ul>",
            ),
            ("heading", "Slik trekker du deg"),
            (
                "paragraph",
                "<p>Åpne den private lenken du fikk på e-post, og velg hva du vil trekke tilbake. Det gjelder fra "
                "samme "
                "øyeblikk. Partnerbedrifter som har sett opplysningene dine i portalen, mister tilgangen. Har du "
                "mistet "
                f"lenken, skriver du til {ADVISER}.</p>",
            ),
            ("heading", "Rettighetene dine"),
            (
                "paragraph",
                "<p>Du kan be om innsyn, retting, sletting, begrensning og en kopi du kan ta med deg. Du kan "
                "protestere "
                "mot at vi bruker opplysningene. Du får svar så snart vi kan og senest innen én måned. Mener du at vi "
                f"gjør noe galt, kan du klage til {INSPECTORATE}. Si gjerne fra til oss også.</p>",
            ),
            ("heading", "Hvis det var vi som ringte først"),
            (
                "paragraph",
                "<p>Da fant vi bedriften i Enhetsregisteret, som er åpent for alle, eller noen tipset oss. Si at du "
                "ikke "
                "vil høre fra oss, så noterer vi det og lar deg være i fred.</p>",
            ),
        ],
    },
    "en": {
        "title": "Privacy",
        "intro": (
            "Thinking about a move can be a delicate matter. Here is what we store about you, why, for how long and "
            "who "
            "may see it."
        ),
        "body": [
            ("heading", "Who is responsible"),
            (
                "paragraph",
                "<p>The Drammen Region Business Association (Næringsforeningen i Drammensregionen) owns the programme "
                "and is the controller of the data. We sell nothing on. This page is part of a demo. The text must be "
                "checked by a professional before it is used in earnest.</p>",
            ),
            ("heading", "Who sees what"),
            (
                "paragraph",
                "<ul><li><b>The advisers and the programme manager</b> see everything, because their job is to help "
                "you.</li><li><b>The analyst</b> sees the company and the need, but not your contact details.</li><li>"
                "<b>Partner firms</b> may be given an anonymous description of the need. They learn who you are once "
                "they have accepted and you have consented.</li><li><b>The municipality</b> sees what it takes to "
                "answer a question you have asked us to bring there.</li><li><b>The steering group</b> sees totals, "
                "never people.</li></ul>",
            ),
            ("heading", "How to withdraw"),
            (
                "paragraph",
                "<p>Open the private link we e-mailed you and choose what to withdraw. It takes effect at once. "
                "Partner "
                "firms that could see your details in the portal lose access. If you have lost the link, write to "
                f"{ADVISER}.</p>",
            ),
            ("heading", "Your rights"),
            (
                "paragraph",
                "<p>You may ask for access, correction, erasure, restriction and a copy to take with you. You may "
                "object "
                "to our using the information. We answer as soon as we can, and within one month at the latest. If you "
                f"think we are doing something wrong, you may complain to {INSPECTORATE}, the Norwegian Data "
                "Protection "
                "Authority. Please tell us too.</p>",
            ),
            ("heading", "If we rang you first"),
            (
                "paragraph",
                "<p>Then we found your company in Enhetsregisteret, the national register, which is open to "
                "everyone, or "
                "somebody gave us a tip. Say you would rather not hear from us; we will make a note of it and leave "
                "you "
                "in peace.</p>",
            ),
        ],
    },
}


def build(builder: Builder) -> None:
    """Three pages of the footer."""
    builder.add(
        "results",
        lambda code: ResultsPage(
            title=RESULTS[code]["title"],
            slug="resultater" if code == "nb" else "results",
            intro=RESULTS[code]["intro"],
        ),
    )
    builder.add(
        "privacy",
        lambda code: PrivacyPage(
            title=PRIVACY[code]["title"],
            slug="personvern" if code == "nb" else "privacy",
            intro=PRIVACY[code]["intro"],
            body=stream(PrivacyPage, blocks(PRIVACY[code]["body"])),
        ),
    )
    builder.add(
        "accessibility",
        lambda code: AccessibilityPage(
            title=ACCESSIBILITY[code]["title"],
            slug="tilgjengelighet" if code == "nb" else "accessibility",
            intro=ACCESSIBILITY[code]["intro"],
            compliance=AccessibilityPage.Compliance.PARTIAL,
            tested_on=date(2026, 11, 23),
            tested_how=ACCESSIBILITY[code]["tested_how"],
            shortcomings=ACCESSIBILITY[code]["shortcomings"],
            body=stream(AccessibilityPage, blocks(ACCESSIBILITY[code]["body"])),
        ),
    )
