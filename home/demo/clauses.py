"""The demo's agreement, clause by clause. Written for the demo, read through by no lawyer: the first one says so."""

from typing import Any

CLAUSES: list[dict[str, Any]] = [
    {
        "number": 1,
        "use": "new",
        "title": {"nb": "Hva avtalen gjelder", "en": "What the agreement is about"},
        "text": {
            "nb": (
                "Dette er en demoavtale. Den er skrevet for å vise hvordan portalen virker, og binder ingen.\n\n"
                "Partneren blir med på å få flere bedrifter til å velge Drammen. Programmet finner bedriftene, viser "
                "dem mulighetene og følger dem til de er på plass. Partneren hjelper dem som kommer, og får til "
                "gjengjeld fordelene som står i avtalen."
            ),
            "en": (
                "This is a demo agreement. It was written to show how the portal works, and binds nobody.\n\n"
                "The partner joins in bringing more companies to Drammen. The programme finds the companies, shows "
                "them what there is and stays with them until they are in place. The partner helps those who come, "
                "and in return gets the benefits named in the agreement."
            ),
        },
    },
    {
        "number": 1,
        "use": "renewal",
        "title": {"nb": "Hva vi fortsetter med", "en": "What we go on with"},
        "text": {
            "nb": (
                "Dette er en demoavtale. Den er skrevet for å vise hvordan portalen virker, og binder ingen.\n\n"
                "Avtalen følger rett etter den forrige. Overleveringer, fadderoppdrag og lokaler som er i gang, "
                "fortsetter uten ny avtale. Fordeler som ikke ble brukt i den forrige perioden, følger ikke med."
            ),
            "en": (
                "This is a demo agreement. It was written to show how the portal works, and binds nobody.\n\n"
                "The agreement follows straight on the previous one. Handovers, mentoring and premises under way go "
                "on without a new agreement. Benefits not used in the previous period are not carried over."
            ),
        },
    },
    {
        "number": 2,
        "use": "both",
        "title": {"nb": "Bidraget", "en": "The contribution"},
        "text": {
            "nb": (
                "Partneren betaler det årlige bidraget som står i avtalen, i det antallet terminer som er avtalt. "
                "Det betales år for år fra avtalens første dag. Er det siste året kortere, betales månedene som er "
                "begynt. Fordelene telles per kalenderår.\n\n"
                "Faktura sendes elektronisk med tretti dagers forfall. Bidrag i timer eller lokaler kan avtales på "
                "forhånd og verdsettes etter programmets satser. Bidraget endres ikke i avtaletiden."
            ),
            "en": (
                "The partner pays the yearly contribution named in the agreement, in the number of instalments "
                "agreed. It is paid year by year from the first day of the agreement. A last year that is shorter is "
                "paid by the months that have begun. Benefits are counted by the calendar year.\n\n"
                "Invoices are sent electronically and fall due after thirty days. Contributions in hours or premises "
                "can be agreed beforehand and are valued at the programme's rates. The contribution does not change "
                "while the agreement lasts."
            ),
        },
    },
    {
        "number": 3,
        "use": "both",
        "title": {"nb": "Fordelene", "en": "The benefits"},
        "text": {
            "nb": (
                "Fordelene teller fra 1. januar til 31. desember og kan ikke flyttes til et annet år. Noen deles av "
                "alle partnere, for eksempel tiden på scenen. Der gjelder det at den som er først ute, får plassen.\n\n"
                "Programmet fører det som er gitt, i portalen, med dato og det som viser at det ble gitt. Partneren "
                "sier fra innen en måned hvis noe er ført feil."
            ),
            "en": (
                "Benefits are counted from 1 January to 31 December and cannot be moved to another year. Some are "
                "shared by all partners, such as time on stage. There, whoever comes first gets the place.\n\n"
                "The programme writes down in the portal what was given, with the date and what shows it. The partner "
                "tells us within a month if something was written down wrongly."
            ),
        },
    },
    {
        "number": 4,
        "use": "both",
        "title": {"nb": "Når en bedrift overleveres", "en": "When a company is handed over"},
        "text": {
            "nb": (
                "Partneren svarer på en overlevering innen antallet arbeidsdager som står i avtalen. Et nei med en "
                "grunn er et godt svar. Hører vi ikke noe, går tilbudet videre til en annen.\n\n"
                "Sier partneren ja, tar partneren kontakt innen tre arbeidsdager og forteller i portalen hvordan det "
                "gikk. Bedriften velger selv hvem den vil handle med, og skylder ingen noe for å ha snakket med oss."
            ),
            "en": (
                "The partner answers a handover within the number of working days named in the agreement. A no with "
                "a reason is a good answer. If we hear nothing, the offer goes on to somebody else.\n\n"
                "If the partner says yes, the partner gets in touch within three working days and tells us in the "
                "portal how it went. The company itself chooses with whom to do business, and owes nobody anything "
                "for having talked to us."
            ),
        },
    },
    {
        "number": 5,
        "use": "both",
        "title": {"nb": "Det som sies i fortrolighet", "en": "What is said in confidence"},
        "text": {
            "nb": (
                "Det partneren får vite om en bedrift gjennom programmet, brukes bare til å hjelpe den bedriften. Det "
                "deles ikke med andre, heller ikke i eget konsern, uten at bedriften har sagt ja.\n\n"
                "Plikten varer i tre år etter at avtalen er slutt. Trekker en bedrift samtykket sitt, sletter "
                "partneren det partneren har lagret om den."
            ),
            "en": (
                "What the partner learns about a company through the programme is used only to help that company. It "
                "is not shared with others, not within the partner's own group either, unless the company has said "
                "yes.\n\n"
                "The duty lasts three years after the agreement has ended. If a company withdraws its consent, the "
                "partner deletes what it has kept about it."
            ),
        },
    },
    {
        "number": 6,
        "use": "both",
        "title": {"nb": "Personopplysninger", "en": "Personal data"},
        "text": {
            "nb": (
                "Programmet og partneren er hver for seg ansvarlige for personopplysningene de behandler. Partneren "
                "får navn og kontaktopplysninger først når personen det gjelder, har samtykket.\n\n"
                "Partneren holder listen over egne brukere i portalen oppdatert, og avslutter tilgangen til dem som "
                "slutter, samme dag."
            ),
            "en": (
                "The programme and the partner are each responsible for the personal data they process. The partner "
                "gets names and contact details only once the person concerned has consented.\n\n"
                "The partner keeps the list of its own users in the portal up to date, and ends the access of those "
                "who leave on the same day."
            ),
        },
    },
    {
        "number": 7,
        "use": "both",
        "title": {"nb": "Navn og logo", "en": "Name and logo"},
        "text": {
            "nb": (
                "Programmet kan vise partnerens navn, logo og den godkjente omtalen så lenge avtalen løper. Partneren "
                "kan kalle seg partner i den samme tiden, og bruker programmets merke slik det er levert.\n\n"
                "Dagen etter at avtalen er slutt, er partneren borte fra nettsidene, og begge slutter å bruke "
                "hverandres merker."
            ),
            "en": (
                "The programme may show the partner's name, logo and approved profile for as long as the agreement "
                "runs. The partner may call itself a partner for the same time, and uses the programme's mark as it "
                "was delivered.\n\n"
                "The day after the agreement has ended the partner is gone from the website, and both stop using each "
                "other's marks."
            ),
        },
    },
    {
        "number": 8,
        "use": "both",
        "title": {"nb": "Likebehandling", "en": "Equal treatment"},
        "text": {
            "nb": (
                "Kommunen er med på å eie programmet. Et partnerskap gir ingen fortrinn i saker kommunen avgjør, "
                "verken om tomter, tillatelser eller innkjøp, og ingen partner kan love en bedrift noe slikt.\n\n"
                "Overleveringer fordeles etter hvem som passer best for bedriften. Passer flere, går turen på omgang."
            ),
            "en": (
                "The municipality is one of the owners of the programme. A partnership gives no advantage in matters "
                "the municipality decides, be it plots, permits or procurement, and no partner may promise a company "
                "any such thing.\n\n"
                "Handovers are given to whoever fits the company best. Where several fit, they take turns."
            ),
        },
    },
    {
        "number": 9,
        "use": "both",
        "title": {"nb": "Å slutte før tiden", "en": "Leaving early"},
        "text": {
            "nb": (
                "Begge kan si opp avtalen skriftlig med tre måneders varsel til utgangen av et kalenderår. Bryter en "
                "av partene avtalen vesentlig, kan den andre heve den fra dagen den gir beskjed.\n\n"
                "Bidrag som forfaller etter at avtalen er slutt, kreves ikke. Det som er betalt, betales ikke tilbake."
            ),
            "en": (
                "Either may end the agreement in writing with three months' notice to the end of a calendar year. If "
                "one of the parties breaks it in a way that matters, the other may end it from the day it says so.\n\n"
                "Contributions that fall due after the agreement has ended are not claimed. What has been paid is not "
                "paid back."
            ),
        },
    },
    {
        "number": 10,
        "use": "both",
        "title": {"nb": "Uenighet", "en": "If we disagree"},
        "text": {
            "nb": (
                "Blir vi uenige, snakker vi sammen først. Finner vi ikke ut av det på fire uker, avgjøres saken ved "
                "Buskerud tingrett etter norsk rett. Er det forskjell på tekstene, gjelder den norske."
            ),
            "en": (
                "If we disagree, we talk first. If four weeks are not enough, the matter is settled by Buskerud "
                "District Court under Norwegian law. Where the two texts differ, the Norwegian one applies."
            ),
        },
    },
]
