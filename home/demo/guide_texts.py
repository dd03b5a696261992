"""Demo text of the two guides. The units of the municipality are invented, and so is how long things take."""

from typing import Any

GUIDES: list[dict[str, Any]] = [
    {
        "key": "guide",
        "slug": {"nb": "etablere-kontor", "en": "open-an-office"},
        "title": {"nb": "Åpne kontor i Drammen", "en": "Open an office in Drammen"},
        "intro": {
            "nb": "Sju steg fra «vi tenker på det» til nøkkel i døra. Kryss av det dere har gjort, og hopp over "
            "resten.",
            "en": "Seven steps from “we are thinking about it” to a key in the door. Tick what is done, skip the rest.",
        },
        "steps": [
            {
                "title": {"nb": "Fortell hva dere trenger", "en": "Tell us what you need"},
                "text": {
                    "nb": "Tre linjer holder. En rådgiver ringer, spør litt mer, og finner en fadder når dere vil det.",
                    "en": "Three lines will do. An adviser rings, asks a little more, and finds you a mentor when "
                    "you want one.",
                },
                "unit": {"nb": "Næringskontakten", "en": "Næringskontakten (the business contact)"},
                "takes": {"nb": "Svar innen én arbeidsdag", "en": "An answer within one working day"},
                "checks": {
                    "nb": ["Hvor mange dere er nå, og om to år", "Når dere vil være på plass"],
                    "en": ["How many you are now, and in two years", "When you would like to be in place"],
                },
            },
            {
                "title": {"nb": "Gå og se", "en": "Go and look"},
                "text": {
                    "nb": "Se minst to lokaler og gata mellom dem. Ta med en av dem som skal sitte der.",
                    "en": "See at least two places and the street between them. Bring one of those who will sit there.",
                },
                "unit": {"nb": "", "en": ""},
                "takes": {"nb": "En formiddag", "en": "A morning"},
                "checks": {
                    "nb": ["Hvordan folk kommer seg dit", "Hvor dere spiser lunsj", "Hvem som er nabo"],
                    "en": ["How people get there", "Where you eat lunch", "Who the neighbours are"],
                },
            },
            {
                "title": {"nb": "Sjekk hva lokalet er godkjent til", "en": "Check what the place is approved for"},
                "text": {
                    "nb": (
                        "Har det vært butikk og skal bli kontor, må bruken kanskje endres, og det søker man om. "
                        "Spør før dere skriver under."
                    ),
                    "en": (
                        "If it was a shop and is to be an office, its use may have to be changed, which takes an "
                        "application. Ask before you sign."
                    ),
                },
                "unit": {"nb": "Byggesak", "en": "Byggesak (building permits)"},
                "takes": {"nb": "Svar på spørsmålet: noen dager", "en": "An answer to the question: a few days"},
                "checks": {
                    "nb": ["Godkjent bruk", "Rømningsvei og brannvern", "Om alle kommer inn, også i rullestol"],
                    "en": [
                        "Approved use",
                        "Escape routes and fire safety",
                        "Whether everybody gets in, by wheelchair too",
                    ],
                },
            },
            {
                "title": {"nb": "Skriv leiekontrakt", "en": "Sign the lease"},
                "text": {
                    "nb": "Få noen som kan det, til å lese den. Flere av partnerbedriftene gjør det for nye naboer.",
                    "en": "Have somebody who knows leases read it. Several partner firms do that for new neighbours.",
                },
                "unit": {"nb": "", "en": ""},
                "takes": {"nb": "To til fire uker", "en": "Two to four weeks"},
                "checks": {
                    "nb": ["Hva felleskostnadene dekker", "Oppsigelsestid", "Hvem som maler"],
                    "en": ["What the service charge covers", "Notice", "Who does the painting"],
                },
            },
            {
                "title": {"nb": "Meld fra til registrene", "en": "Tell the registers"},
                "text": {
                    "nb": (
                        "Ny adresse eller ny avdeling meldes til Brønnøysundregistrene gjennom Altinn. Kommer dere fra "
                        "utlandet, begynner dere her, for det tar tid."
                    ),
                    "en": (
                        "A new address or branch is reported to Brønnøysundregistrene through Altinn. If you come from "
                        "abroad, begin with this step, because it takes time."
                    ),
                },
                "unit": {"nb": "", "en": ""},
                "takes": {"nb": "Noen dager, mer fra utlandet", "en": "A few days, longer from abroad"},
                "checks": {
                    "nb": ["Samordnet registermelding", "Bankkonto", "Post og fakturaadresse"],
                    "en": ["The coordinated register notification", "Bank account", "Post and invoice address"],
                },
            },
            {
                "title": {"nb": "Heng opp skiltet", "en": "Put up the sign"},
                "text": {
                    "nb": "Skilt på veggen må det ofte søkes om. Bestill det ikke før dere har svaret.",
                    "en": "A sign on the wall often needs a permit. Do not order it before you have the answer.",
                },
                "unit": {"nb": "Byggesak", "en": "Byggesak (building permits)"},
                "takes": {"nb": "Tre til seks uker", "en": "Three to six weeks"},
                "checks": {
                    "nb": ["Tegning med mål", "Ja fra gårdeieren"],
                    "en": ["A drawing with measurements", "A yes from the landlord"],
                },
            },
            {
                "title": {"nb": "Flytt inn og si hei", "en": "Move in and say hello"},
                "text": {
                    "nb": "Fadderen presenterer dere for naboene. Kom tilbake til oss når noe skurrer.",
                    "en": "Your mentor introduces you to the neighbours. Come back to us when something is not right.",
                },
                "unit": {"nb": "Næringskontakten", "en": "Næringskontakten (the business contact)"},
                "takes": {"nb": "Én dag og en uke med esker", "en": "A day, and a week of boxes"},
                "checks": {
                    "nb": ["Nett og strøm i orden dagen før", "Nøkler til alle", "Kaffe"],
                    "en": ["Network and power in order the day before", "Keys for everybody", "Coffee"],
                },
            },
        ],
        "cta": {
            "heading": {"nb": "Står dere fast på et steg?", "en": "Stuck on a step?"},
            "text": {
                "nb": "Skriv hvilket. Et menneske svarer, og tar med spørsmålet dit det hører hjemme.",
                "en": "Write which one. A person answers, and takes the question where it belongs.",
            },
            "label": {"nb": "Spør oss", "en": "Ask us"},
        },
    },
    {
        "key": "guide-build",
        "slug": {"nb": "bygge-pa-tomt", "en": "build-on-a-plot"},
        "title": {"nb": "Bygge på tomt", "en": "Build on a plot"},
        "intro": {
            "nb": "Åtte steg fra jordflekk til ferdigattest. Rekkefølgen er viktigere enn farten.",
            "en": "Eight steps from bare ground to a certificate of completion. The order matters more than the speed.",
        },
        "steps": [
            {
                "title": {"nb": "Snakk sammen først", "en": "Talk first"},
                "text": {
                    "nb": "Før dere tegner noe: fortell hva som skal skje på tomta, hvor mange som skal jobbe der, "
                    "og når.",
                    "en": "Before you draw anything: say what will happen on the plot, how many will work there, "
                    "and when.",
                },
                "unit": {"nb": "Næringskontakten", "en": "Næringskontakten (the business contact)"},
                "takes": {"nb": "Svar innen én arbeidsdag", "en": "An answer within one working day"},
                "checks": {
                    "nb": ["Areal inne og ute", "Hvor mange biler og hvor store"],
                    "en": ["Area indoors and out", "How many vehicles and how large"],
                },
            },
            {
                "title": {"nb": "Se hva planen sier", "en": "See what the plan says"},
                "text": {
                    "nb": "Reguleringsplanen sier hva som kan bygges, hvor høyt og hvor nær veien.",
                    "en": "The zoning plan says what may be built, how high and how near the road.",
                },
                "unit": {"nb": "Plan", "en": "Plan (zoning)"},
                "takes": {"nb": "En uke å lese og spørre", "en": "A week to read and ask"},
                "checks": {
                    "nb": ["Formål og utnyttelse", "Støy, flom og grunnforhold", "Avkjørsel"],
                    "en": ["Purpose and density", "Noise, flooding and ground conditions", "Access to the road"],
                },
            },
            {
                "title": {"nb": "Be om forhåndskonferanse", "en": "Ask for a pre-application meeting"},
                "text": {
                    "nb": "Et møte med kommunen der dere går gjennom prosjektet. Ta med skisser, ikke ferdige "
                    "tegninger.",
                    "en": "A meeting with the municipality about the project. Bring sketches, not finished drawings.",
                },
                "unit": {"nb": "Byggesak", "en": "Byggesak (building permits)"},
                "takes": {"nb": "Innen to uker fra dere ber om det", "en": "Within two weeks of your asking"},
                "checks": {
                    "nb": ["Skisse med mål", "Spørsmålene deres, skrevet ned", "Referat etterpå"],
                    "en": ["A sketch with measurements", "Your questions, written down", "Minutes afterwards"],
                },
            },
            {
                "title": {"nb": "Varsle naboene", "en": "Notify the neighbours"},
                "text": {
                    "nb": "Naboer og gjenboere får to uker til å si hva de mener. Gå gjerne innom dem først.",
                    "en": "Neighbours get two weeks to say what they think. Call on them first, if you can.",
                },
                "unit": {"nb": "", "en": ""},
                "takes": {"nb": "To uker", "en": "Two weeks"},
                "checks": {
                    "nb": ["Liste over naboer og gjenboere", "Kvittering for varslene"],
                    "en": ["A list of neighbours", "Receipts for the notices"],
                },
            },
            {
                "title": {"nb": "Søk om å få bygge", "en": "Apply to build"},
                "text": {
                    "nb": "Rammesøknaden sier hva som skal bygges, igangsettingssøknaden at dere er klare til å "
                    "begynne.",
                    "en": "The outline application says what will be built, the start application that you are ready.",
                },
                "unit": {"nb": "Byggesak", "en": "Byggesak (building permits)"},
                "takes": {"nb": "Inntil tolv uker når alt er med", "en": "Up to twelve weeks when nothing is missing"},
                "checks": {
                    "nb": ["Ansvarlig søker", "Situasjonsplan", "Svar på naboenes merknader"],
                    "en": ["A responsible applicant", "Site plan", "Answers to the neighbours' remarks"],
                },
            },
            {
                "title": {"nb": "Spør Arbeidstilsynet", "en": "Ask the Labour Inspection Authority"},
                "text": {
                    "nb": "Skal folk jobbe i bygget, kan det trenges samtykke derfra før dere får sette i gang.",
                    "en": "If people will work in the building, its consent may be needed before you may begin.",
                },
                "unit": {"nb": "", "en": ""},
                "takes": {"nb": "Fire uker", "en": "Four weeks"},
                "checks": {
                    "nb": ["Lys, luft og støy på arbeidsplassene", "Garderobe og spiserom"],
                    "en": ["Light, air and noise where people work", "Changing rooms and somewhere to eat"],
                },
            },
            {
                "title": {"nb": "Vei, vann og strøm", "en": "Road, water and power"},
                "text": {
                    "nb": "Tilknytning bestilles tidlig. Det er sjelden bygget som er forsinket, oftere kabelen.",
                    "en": "Order connections early. It is seldom the building that is late, more often the cable.",
                },
                "unit": {"nb": "Vei og vann", "en": "Vei og vann (roads and water)"},
                "takes": {"nb": "Spør tidlig", "en": "Ask early"},
                "checks": {
                    "nb": ["Vann og avløp", "Strøm, og hvor mye", "Lading"],
                    "en": ["Water and sewage", "Power, and how much", "Charging"],
                },
            },
            {
                "title": {"nb": "Få ferdigattest", "en": "Get the certificate of completion"},
                "text": {
                    "nb": "Bygget kan ikke tas i bruk før kommunen har sagt ja. Så kan dere flytte inn.",
                    "en": "The building may not be used before the municipality has said yes. Then you can move in.",
                },
                "unit": {"nb": "Byggesak", "en": "Byggesak (building permits)"},
                "takes": {"nb": "Tre uker", "en": "Three weeks"},
                "checks": {
                    "nb": ["Dokumentasjon fra alle ansvarlige", "Dato for innflytting, med rom for regn"],
                    "en": ["Documents from everyone responsible", "A moving date, with room for rain"],
                },
            },
        ],
        "cta": {
            "heading": {"nb": "Har dere ikke tomt ennå?", "en": "No plot yet?"},
            "text": {
                "nb": "Si hvor stor den må være og hva den må ligge ved. Så spør vi dem som eier.",
                "en": "Say how large it must be and what it must be near. We will ask those who own them.",
            },
            "label": {"nb": "Fortell oss", "en": "Tell us"},
        },
    },
]
