"""Demo pages of four focus industries: industry, construction, trade, founders."""

from typing import Any

MAKERS: list[dict[str, Any]] = [
    {
        "industry": "industry",
        "image": "bridge",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en bro i flere lag med en liten figur midt på",
            "en": "Cut-paper illustration: a layered bridge with a small figure halfway across",
        },
        "nb": {
            "slug": "industri-og-produksjon",
            "intro": (
                "Takhøyde, gulvlast, strøm og en port en lastebil kommer inn av. Vi begynner med de fire, og så tar vi "
                "utsikten til slutt."
            ),
            "reasons": (
                "<p>En fabrikk flytter man ikke to ganger. Derfor bruker vi heller tre uker ekstra på spørsmålene enn "
                "tre år på svarene.</p>"
                "<ul><li>Vi spør om effekt, avløp og støy før du har kjøpt noe.</li>"
                "<li>Varene kan gå med båt, bane eller bil fra samme by.</li>"
                "<li>Byggmesteren blant fadderne vet hvilke vegger du kan rive.</li></ul>"
            ),
            "who_is_here": (
                "<p>Bryggeri, trykkeri, byggmestere og havn. De lager forskjellige ting, men alle vet hva det koster "
                "når en maskin står.</p>"
            ),
            "skills": (
                "<p>Operatører, mekanikere, elektrikere, formenn. Si hva de skal kunne fra første dag og hva de kan "
                "lære hos deg, så blir lista over mulige folk lengre.</p>"
                "<p>Spør oss om: lærlinger, skift, og hvem som har nedbemannet i det siste.</p>"
            ),
            "suppliers": (
                "<p>Elektro, bygg, bedriftshelse, forsikring og havnelogistikk. Mangler du en dreier, spør vi de som "
                "allerede bruker en.</p>"
            ),
            "question": (
                "Hvem svarer på om vi får lov?",
                "<p>Kommunen. Vi tar med spørsmålet til riktig enhet og passer på at du får et svar du kan bygge på."
                "</p>",
            ),
        },
        "en": {
            "slug": "industry-and-manufacturing",
            "intro": (
                "Ceiling height, floor load, power, and a gate a lorry can get through. We begin with those four and "
                "leave the view till last."
            ),
            "reasons": (
                "<p>Nobody moves a factory twice. So we would rather spend three weeks more on the questions than "
                "three years on the answers.</p>"
                "<ul><li>We ask about power, drains and noise before you have bought anything.</li>"
                "<li>Goods can leave the same city by sea, by rail or by road.</li>"
                "<li>The master builder among our mentors knows which walls may come down.</li></ul>"
            ),
            "who_is_here": (
                "<p>A brewery, a printer, builders and a port operator. They make different things, but all of them "
                "know what it costs when a machine stands still.</p>"
            ),
            "skills": (
                "<p>Operators, mechanics, electricians, foremen. Say what they must know on the first day and what "
                "they may learn from you, and the list of possible people grows.</p>"
                "<p>Ask us about: apprentices, shifts, and who has been cutting back lately.</p>"
            ),
            "suppliers": (
                "<p>Electrical work, building, occupational health, insurance and port logistics. If you lack a turner "
                "we ask those who already use one.</p>"
            ),
            "question": (
                "Who can say whether we are allowed to?",
                "<p>The municipality. We take the question to the right unit and see to it that you get an answer you "
                "can build on.</p>",
            ),
        },
    },
    {
        "industry": "property",
        "image": "townhall",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et rådhus med klokke og åpen port",
            "en": "Cut-paper illustration: a town hall with a clock and an open gate",
        },
        "nb": {
            "slug": "bygg-og-eiendom",
            "intro": (
                "Noen skal tegne, bygge og eie husene de andre flytter inn i. Eiendom var et satsingsområde i "
                "Næringsvekst 2020, og er det fortsatt."
            ),
            "reasons": (
                "<p>Her selger eiendomseiere byen sammen, i søsterprosjektet Kontordestinasjon Drammen 2025. Du "
                "slipper å lete opp én utleier om gangen.</p>"
                "<ul><li>Du møter eierne samlet, og får vite hva de mangler.</li>"
                "<li>Vi kjenner behovene til bedriftene på vei inn, og sier hva de spør om.</li>"
                "<li>Spørsmål om plan og byggesak går til én navngitt person i kommunen.</li></ul>"
            ),
            "who_is_here": (
                "<p>Utleier, advokat, arkitekt, byggmester og elektriker. Sett dem rundt ett bord, og du har et "
                "byggemøte.</p>"
            ),
            "skills": (
                "<p>Prosjektledere, tømrere, forvaltere. Fortell oss om du skal bygge nytt eller ta vare på gammelt, "
                "for det er ikke de samme folkene.</p>"
                "<p>Spør oss om: lærlinger, underentreprenører, og hvem som har kapasitet til våren.</p>"
            ),
            "suppliers": (
                "<p>Arkitekt, bygg, elektro og jus er blant partnerne. De har jobbet sammen før og sier det hvis noen "
                "av dem er for dyre.</p>"
            ),
            "question": (
                "Kan vi legge ut lokalene våre hos dere?",
                "<p>Ja, som partnerbedrift. Lokalene står på sidene våre så lenge de er ledige, og vises til dem som "
                "spør etter akkurat det.</p>",
            ),
        },
        "en": {
            "slug": "construction-and-property",
            "intro": (
                "Somebody must design, build and own the houses the others move into. Property was a focus area of "
                "Næringsvekst 2020, and still is."
            ),
            "reasons": (
                "<p>Property owners here sell the city together, in the sister project Kontordestinasjon Drammen 2025. "
                "You need not look up one landlord at a time.</p>"
                "<ul><li>You meet the owners together, and hear what they lack.</li>"
                "<li>We know the needs of companies on their way in, and say what they ask for.</li>"
                "<li>Questions of planning and permits go to one named person in the municipality.</li></ul>"
            ),
            "who_is_here": (
                "<p>A landlord, a lawyer, an architect, a builder and an electrician. Put them round one table and you "
                "have a site meeting.</p>"
            ),
            "skills": (
                "<p>Project managers, carpenters, caretakers. Tell us whether you will build new or look after old, "
                "for those are not the same people.</p>"
                "<p>Ask us about: apprentices, subcontractors, and who has capacity in spring.</p>"
            ),
            "suppliers": (
                "<p>Architecture, building, electrical work and law are among the partners. They have worked together "
                "before, and say so if one of them is too dear.</p>"
            ),
            "question": (
                "Can we put our premises on your pages?",
                "<p>Yes, as a partner firm. Premises stand on our pages for as long as they are vacant, and are shown "
                "to those who ask for just that.</p>",
            ),
        },
    },
    {
        "industry": "trade",
        "image": "market",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: markedsboder med stripete tak og frukt",
            "en": "Cut-paper illustration: market stalls with striped awnings and fruit",
        },
        "nb": {
            "slug": "handel-og-besok",
            "intro": (
                "En butikk lever av dem som går forbi og ombestemmer seg. I en by der alt ligger i gangavstand, går "
                "mange forbi."
            ),
            "reasons": (
                "<p>Besøk og handel var satsingsområder i Næringsvekst 2020. Det som gjør byen god å besøke, gjør den "
                "også god å selge i: kort vei mellom alt.</p>"
                "<ul><li>Gå gata med en fadder som har hatt butikk der i regn og i desember.</li>"
                "<li>Vi spør kommunen om skilting, uteservering og varelevering før du signerer.</li>"
                "<li>Hotellet, kaffebrenneriet og bryggeriet henviser gjester til hverandre, og gjerne til deg.</li>"
                "</ul>"
            ),
            "who_is_here": (
                "<p>De som allerede lever av at folk kommer gående. De vet hvilket hjørne som har sol klokka fire, og "
                "hvilket som bare ser sånn ut på tegningen.</p>"
            ),
            "skills": (
                "<p>Butikkfolk, kokker, resepsjonister. Si om du trenger dem til sommeren eller hele året, så spør vi "
                "dem som allerede har vaktlister å fylle.</p>"
                "<p>Spør oss om: helgevakter, sesong, og hvem som deler på folk.</p>"
            ),
            "suppliers": (
                "<p>Design, trykk, regnskap, kaffe og brus. Du kan åpne med lokale leverandører fra første dag.</p>"
            ),
            "question": (
                "Kan vi teste med et lokale i tre måneder?",
                "<p>Noen eiere sier ja til det. Vi spør dem for deg, så slipper du å ringe alle.</p>",
            ),
        },
        "en": {
            "slug": "trade-and-visitors",
            "intro": (
                "A shop lives off those who walk past and change their minds. In a city where everything is within a "
                "walk, many walk past."
            ),
            "reasons": (
                "<p>Visitors and trade were focus areas of Næringsvekst 2020. What makes a city good to visit also "
                "makes it good to sell in: a short way between everything.</p>"
                "<ul><li>Walk the street with a mentor who has kept shop there in rain and in December.</li>"
                "<li>We ask the municipality about signs, outdoor tables and deliveries before you sign.</li>"
                "<li>The hotel, the coffee roaster and the brewery send guests to each other, and gladly to you.</li>"
                "</ul>"
            ),
            "who_is_here": (
                "<p>Those who already live off people walking in. They know which corner has the sun at four, and "
                "which one only looks that way on the drawing.</p>"
            ),
            "skills": (
                "<p>Shop staff, cooks, receptionists. Say whether you need them for the summer or all year, and we ask "
                "those who already have rotas to fill.</p>"
                "<p>Ask us about: weekend shifts, seasons, and who shares staff.</p>"
            ),
            "suppliers": (
                "<p>Design, printing, accounting, coffee and soft drinks. You can open with local suppliers from the "
                "first day.</p>"
            ),
            "question": (
                "Can we try a shop for three months?",
                "<p>Some owners say yes to that. We ask them for you, so that you need not call them all.</p>",
            ),
        },
    },
    {
        "industry": "founders",
        "image": "seedling",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en liten spire under en glassklokke",
            "en": "Cut-paper illustration: a small seedling under a glass dome",
        },
        "nb": {
            "slug": "grundere-og-oppstart",
            "intro": (
                "Du har en idé, litt penger og altfor mange spørsmål. Det er det tredje vi kan gjøre noe med allerede "
                "i dag."
            ),
            "reasons": (
                "<p>Gründere var et satsingsområde i Næringsvekst 2020. En by der alt ligger i gangavstand, er "
                "også en by der du treffer banken i kassakøen.</p>"
                "<ul><li>Én pult, én nøkkel og noen å spise lunsj med, fra første måned.</li>"
                "<li>En fadder som selv har begynt med en skoeske full av kvitteringer.</li>"
                "<li>Vi sier fra når noe ikke kommer til å virke. Det sparer deg mer enn et tilskudd.</li></ul>"
            ),
            "who_is_here": (
                "<p>Banken, regnskapsføreren, advokaten, designeren og kontorfellesskapet. De fem dørene de fleste "
                "gründere banker på først.</p>"
            ),
            "skills": (
                "<p>Den første ansatte er den vanskeligste. Vi lar deg snakke med noen som ansatte sin for ett år "
                "siden, og som husker hva de gjorde feil.</p>"
                "<p>Spør oss om: medgründere, studenter, og deltid som kan bli heltid.</p>"
            ),
            "suppliers": (
                "<p>Regnskap fra første bilag, avtaler som tåler uenighet, et lån å snakke om, og en logo du slipper å "
                "forklare.</p>"
            ),
            "question": (
                "Gir dere penger?",
                "<p>Nei. Vi gir svar, navn og dører. Banken blant partnerne kan si hva som skal til for å låne.</p>",
            ),
        },
        "en": {
            "slug": "founders-and-start-ups",
            "intro": (
                "You have an idea, a little money and far too many questions. The third we can do something about "
                "today."
            ),
            "reasons": (
                "<p>Founders were a focus area of Næringsvekst 2020. A city where everything is within a walk is "
                "also one where you meet the bank in the checkout queue.</p>"
                "<ul><li>One desk, one key and somebody to have lunch with, from the first month.</li>"
                "<li>A mentor who once began with a shoebox full of receipts.</li>"
                "<li>We say so when something is not going to work. That saves you more than a grant.</li></ul>"
            ),
            "who_is_here": (
                "<p>The bank, the accountant, the lawyer, the designer and the shared office: the five doors most "
                "founders knock on first.</p>"
            ),
            "skills": (
                "<p>The first hire is the hardest. We let you talk to somebody who made theirs a year ago and "
                "remembers what went wrong.</p>"
                "<p>Ask us about: co-founders, students, and part-time that may become full-time.</p>"
            ),
            "suppliers": (
                "<p>Accounts from the first voucher, agreements that survive a quarrel, a loan to talk about, and a "
                "logo you need not explain.</p>"
            ),
            "question": (
                "Do you give money?",
                "<p>No. We give answers, names and doors. The bank among our partners can say what it takes to borrow."
                "</p>",
            ),
        },
    },
]
