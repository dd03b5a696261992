"""Demo text for the public pages: the programme, the front page, the standing pages and the form."""

from typing import Any

PROGRAMME = {
    "name_nb": "Drammen på selger'n",
    "name_en": "Drammen på selger'n",
    "tagline_nb": "Byen som går ut og selger seg selv",
    "tagline_en": "Drammen goes out selling: the city that knocks on your door",
    "promise_nb": "Et menneske svarer deg innen én arbeidsdag.",
    "promise_en": "A person answers you within one working day.",
    "association_nb": "Næringsforeningen i Drammensregionen",
    "association_en": "The Drammen Region Business Association",
    "municipality_nb": "Drammen kommune",
    "municipality_en": "Drammen Municipality",
    "demo_notice_nb": "Dette er demoinnhold: firmaer, personer, priser og sitater er oppdiktet.",
    "demo_notice_en": "This is demo content: the firms, people, prices and quotes are invented.",
}

FRONT: dict[str, Any] = {
    "nb": {
        "title": "Drammen på selger'n",
        "seo_description": (
            "Skal bedriften flytte eller vokse? I Drammen åpner kommune og næringsliv dørene sammen. Si hva du "
            "trenger, og få svar innen én arbeidsdag."
        ),
        "eyebrow": "For bedrifter på flyttefot",
        "headline": "En hel by holder døra for deg",
        "lead": (
            "Tenker du på å flytte firmaet eller åpne en ny avdeling? I Drammen går kommune og næringsliv ut "
            "sammen for å finne bedrifter som passer her. Fortell oss hva du trenger. Et menneske svarer innen én "
            "arbeidsdag."
        ),
        "cta": "Fortell oss hva du trenger",
        "secondary_cta": "Finn veien på fem spørsmål",
        "strengths_heading": "Fire grunner på K",
        "strengths_intro": (
            "Drammen har solgt seg inn med fire ord i flere år. Dette betyr de når det er du som skal pakke."
        ),
        "strengths": [
            {
                "key": "kompetanse",
                "title": "Kompetanse",
                "gloss": "",
                "text": (
                    "Si hvem du må ansette, så lar vi deg snakke med bedrifter som har lett etter de samme folkene "
                    "her. Du får høre hvordan det gikk, også når det tok tid."
                ),
            },
            {
                "key": "knutepunkt",
                "title": "Knutepunkt",
                "gloss": "",
                "text": (
                    "Jernbane, vei og havn møtes i samme by. Folkene dine kan ta toget og varene kan ta båten, og "
                    "du slipper å velge bort det ene for det andre."
                ),
            },
            {
                "key": "komplett",
                "title": "Komplett",
                "gloss": "",
                "text": (
                    "Her finnes det en bedrift trenger, og det menneskene i den trenger. Vi svarer på spørsmål om "
                    "lokaler og leverandører, og på det om skoleplass før flyttelasset går."
                ),
            },
            {
                "key": "kompakt",
                "title": "Kompakt",
                "gloss": "",
                "text": (
                    "Alt ligger i gangavstand. Du kan møte banken, advokaten og kommunen på samme formiddag, og "
                    "bruke det du sparer i reisetid på en skikkelig lunsj."
                ),
            },
        ],
        "steps_heading": "Hva skjer når du har sagt hei?",
        "steps": [
            {
                "title": "Du bruker ett minutt",
                "text": (
                    "Skjemaet er kort: hvem du er, hva du trenger og omtrent når. Du trenger ikke ha bestemt deg "
                    "for noe."
                ),
            },
            {
                "title": "Et menneske svarer",
                "text": (
                    "Innen én arbeidsdag hører du fra en rådgiver med navn og telefonnummer. Det er den samme "
                    "personen neste gang også."
                ),
            },
            {
                "title": "Du får din egen side",
                "text": (
                    "Vi samler det vi kan tilby deg på en privat side med egen lenke. Del den med styret ditt, "
                    "eller hold den for deg selv."
                ),
            },
            {
                "title": "Dørene går opp",
                "text": (
                    "Du møter en fadder som kjenner byen, ser på lokaler og får tak i riktig person i kommunen. Du "
                    "bestemmer hvem som får vite hvem du er."
                ),
            },
        ],
        "figures_heading": "Det har virket før",
        "figures": [
            {
                "value": "714",
                "label": "nye arbeidsplasser kom i 2018",
                "source": "Næringsvekst 2020, fellesprosjektet fra 2017 til 2020",
            },
            {
                "value": "500",
                "label": "nye arbeidsplasser i året, omtrent, var målet",
                "source": "Målet for Næringsvekst 2020",
            },
            {
                "value": "1 : 2",
                "label": "én ny arbeidsplass for annenhver nye innbygger",
                "source": "Målet for Næringsvekst 2020",
            },
        ],
        "industries_heading": "Hva driver du med?",
        "industries_intro": (
            "Velg det som ligner mest. Vi finner noen som snakker språket ditt, også når språket er pallplasser."
        ),
        "partners_heading": "Firmaene bak døra",
        "partners_intro": (
            "Partnerbedriftene er med og betaler for programmet. De stiller med faddere, lokaler og ærlige råd om "
            "hvordan det er å drive firma her."
        ),
        "stories_heading": "De har gått gjennom døra",
        "premises_heading": "Ledig akkurat nå",
        "premises_intro": "Partnerbedriftene legger ut lokaler og tomter her. Ring den som eier, eller spør oss først.",
        "events_heading": "Møt oss",
        "news_heading": "Nytt fra dørstokken",
        "closing_heading": "Et løst spørsmål holder lenge",
        "closing_text": (
            "Du trenger verken budsjett, styrevedtak eller flyttedato. Skriv tre linjer, så svarer vi innen én "
            "arbeidsdag."
        ),
        "closing_cta": "Si hei",
    },
    "en": {
        "title": "Drammen på selger'n",
        "seo_description": (
            "Moving or growing your company? In Drammen, the municipality and local firms open doors together. "
            "Tell us what you need and hear back within a working day."
        ),
        "eyebrow": "For companies with itchy feet",
        "headline": "A whole city holds the door",
        "lead": (
            "Thinking of moving your company, or opening a branch? In Drammen the municipality and local firms go "
            "out together to find companies that would fit in. Tell us what you need. A person answers within one "
            "working day."
        ),
        "cta": "Tell us what you need",
        "secondary_cta": "Find your way in five questions",
        "strengths_heading": "Four good reasons, all spelt with a K",
        "strengths_intro": (
            "Drammen has been selling itself on four Norwegian words for years. This is what they mean when you "
            "are the one packing the boxes."
        ),
        "strengths": [
            {
                "key": "kompetanse",
                "title": "Kompetanse",
                "gloss": "Skills",
                "text": (
                    "Tell us who you need to hire and we will let you talk to firms that have looked for the same "
                    "people here. They will say how it went, even if it took a while."
                ),
            },
            {
                "key": "knutepunkt",
                "title": "Knutepunkt",
                "gloss": "Hub",
                "text": (
                    "Railway, road and port meet in one city. Your people can come by train and your goods by sea, "
                    "and you need not give up one to have the other."
                ),
            },
            {
                "key": "komplett",
                "title": "Komplett",
                "gloss": "Complete",
                "text": (
                    "What a business needs is here, and so is what its people need. Ask us about premises and "
                    "suppliers, or about a school place before the removal van sets off."
                ),
            },
            {
                "key": "kompakt",
                "title": "Kompakt",
                "gloss": "Compact",
                "text": (
                    "Everything is within a walk. See the bank, the solicitor and the municipality in one morning, "
                    "and spend the travel time you saved on a proper lunch."
                ),
            },
        ],
        "steps_heading": "What happens once you have said hello?",
        "steps": [
            {
                "title": "You spend a minute",
                "text": (
                    "The form is short: who you are, what you need and roughly when. You do not have to have "
                    "decided anything."
                ),
            },
            {
                "title": "A person answers",
                "text": (
                    "Within one working day you hear from an adviser with a name and a telephone number. Next "
                    "time, it will be the same person."
                ),
            },
            {
                "title": "You get a page of your own",
                "text": (
                    "We gather what we can offer you on a private page with its own link. Share it with your "
                    "board, or keep it to yourself."
                ),
            },
            {
                "title": "Doors open",
                "text": (
                    "You meet a mentor who knows the city, look at premises and reach the right person in the "
                    "municipality. You decide who gets to know who you are."
                ),
            },
        ],
        "figures_heading": "It has worked before",
        "figures": [
            {
                "value": "714",
                "label": "new jobs came in 2018",
                "source": "Næringsvekst 2020, the joint project of 2017 to 2020",
            },
            {
                "value": "500",
                "label": "new jobs a year, or thereabouts, was the goal",
                "source": "The goal of Næringsvekst 2020",
            },
            {
                "value": "1 : 2",
                "label": "one new job for every second new inhabitant",
                "source": "The goal of Næringsvekst 2020",
            },
        ],
        "industries_heading": "What line are you in?",
        "industries_intro": (
            "Pick whatever comes closest. We will find somebody who speaks your language, even if that language is "
            "pallet spaces."
        ),
        "partners_heading": "The firms behind the door",
        "partners_intro": (
            "Our partner firms help pay for the programme. They offer mentors, premises and candid advice on what "
            "it is like to run a company here."
        ),
        "stories_heading": "They walked through the door",
        "premises_heading": "Vacant right now",
        "premises_intro": "Partner firms put up space and plots here. Call the owner, or ask us first.",
        "events_heading": "Meet us",
        "news_heading": "News from the doorstep",
        "closing_heading": "A half-formed question will do",
        "closing_text": (
            "You need no budget, board decision or moving date. Write us three lines and we will answer within one "
            "working day."
        ),
        "closing_cta": "Say hello",
    },
}


INTEREST: dict[str, Any] = {
    "nb": {
        "title": "Fortell oss hva du trenger",
        "intro": (
            "Det tar omtrent ett minutt. Skriv som du snakker, og hopp over det du ikke vet ennå. Ingen "
            "partnerbedrift får vite hvem du er før du har sagt ja."
        ),
        "thanks_title": "Takk, nå er det vår tur",
        "thanks_text": (
            "Et menneske leser det du skrev, og svarer innen én arbeidsdag. På e-post får du en privat lenke der "
            "du kan følge med, rette opp eller trekke deg."
        ),
    },
    "en": {
        "title": "Tell us what you need",
        "intro": (
            "It takes about a minute. Write as you speak, and skip whatever you don't know yet. No partner firm "
            "learns who you are until you have said yes."
        ),
        "thanks_title": "Thank you. Now it is our turn",
        "thanks_text": (
            "A person will read what you wrote and answer within one working day. By e-mail you get a private link "
            "where you can follow along, correct things or withdraw."
        ),
    },
}

NEWS_INDEX: dict[str, Any] = {
    "nb": {
        "title": "Nytt fra dørstokken",
        "intro": "Hvem som banket på, hva vi lærte, og av og til hva vi burde ha gjort annerledes.",
    },
    "en": {
        "title": "From the doorstep",
        "intro": "Who knocked, what we learnt and, now and then, what we should have done differently.",
    },
}

PARTNERS_PAGE: dict[str, Any] = {
    "nb": {
        "title": "Partnerbedriftene",
        "intro": (
            "Dette er firmaene som har sagt ja til å holde døra. De stiller med faddere og råd, og noen av dem har "
            "ledige lokaler."
        ),
    },
    "en": {
        "title": "Partner firms",
        "intro": (
            "These are the firms that have agreed to hold the door. They offer mentors and advice, and some of "
            "them have premises to let."
        ),
    },
}
