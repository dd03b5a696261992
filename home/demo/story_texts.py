"""Demo text of the stories: invented people at invented firms, who say how it went."""

from typing import Any

INDEX = {
    "nb": {
        "title": "Historier",
        "intro": "Noen flyttet hit, noen holdt døra. Her forteller de hvordan det gikk, også det som ikke gikk.",
    },
    "en": {
        "title": "Stories",
        "intro": "Some moved here, some held the door. This is how it went, including the parts that did not.",
    },
}

STORIES: list[dict[str, Any]] = [
    {
        "slug": {"nb": "regnearket-med-43-sporsmal", "en": "the-spreadsheet-with-43-questions"},
        "title": {"nb": "Regnearket med 43 spørsmål", "en": "The spreadsheet with 43 questions"},
        "company": "Sekstant Kart AS",
        "firm": "",
        "industry": "technology",
        "person": "Hanne Myrvang",
        "person_title": {"nb": "Daglig leder", "en": "Managing director"},
        "quote": {
            "nb": "Jeg kom med 43 spørsmål. Fadderen vår leste dem, lukket regnearket og tok meg med på lunsj.",
            "en": "I came with 43 questions. Our mentor read them, closed the spreadsheet and took me to lunch.",
        },
        "intro": {
            "nb": (
                "Sekstant lager digitale sjøkart og er fjorten mennesker. Det tok tre visninger, to omveier og én "
                "lunsj før de fant kontoret sitt."
            ),
            "en": (
                "Sekstant makes digital sea charts and is fourteen people. It took three viewings, two detours and "
                "one lunch to find their office."
            ),
        },
        "days_ago": 18,
        "image": "office",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: kontorbygg i ulike farger med noen vinduer tent",
            "en": "Cut-paper illustration: office buildings in different colours, some windows lit",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    "<p>«Jeg er kartmaker», sier Hanne Myrvang. «Jeg liker å vite hvor grunnene ligger før jeg "
                    "legger fra "
                    "kai.» Derfor lagde hun et regneark. Husleie, oppsigelsestid, nett, sykkelparkering, avstand til "
                    "toget, og i rad 43: «Kommer folk til å trives?»</p>",
                ),
                ("heading", "Den første visningen var feil"),
                (
                    "paragraph",
                    "<p>Lokalet var fint, men altfor stort. Det andre var passe stort og hadde en bedrift med trommer "
                    "vegg i vegg. Rådgiveren spurte ikke om de ville se et tredje. Hun spurte hva de gjorde en vanlig "
                    "tirsdag.</p><p>Svaret var at de satt stille til klokka tolv, og så gikk de ut og spiste alle "
                    "fjorten. Da ble det klart at lunsjen var viktigere enn møterommene.</p>",
                ),
                (
                    "quote",
                    (
                        "Vi hadde lett etter kvadratmeter. Det vi trengte, var et bord til fjorten.",
                        "Hanne Myrvang, Sekstant Kart",
                    ),
                ),
                ("heading", "Det som hjalp"),
                (
                    "paragraph",
                    "<p>Fadderen deres, Emil Skuffstad i Syvende Pult, lånte dem seks pulter mens de ventet på "
                    "lokalet. «De seks ukene lærte oss mer om byen enn regnearket», sier Hanne. Nettet var oppe den "
                    "dagen de flyttet. Skiltet over døra kom tre uker for sent og sa «Sekstant Kart A».</p>"
                    "<p>Rad 43? Den står fortsatt åpen. «Men ingen har sluttet», sier hun, «og nå er vi seksten.»</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    "<p>“I make charts,” says Hanne Myrvang. “I like to know where the shallows are before I leave the "
                    "quay.” So she made a spreadsheet. Rent, notice, network, bicycle parking, distance to the train, "
                    "and in row 43: “Will people be happy?”</p>",
                ),
                ("heading", "The first viewing was wrong"),
                (
                    "paragraph",
                    "<p>The place was handsome and far too big. The second was the right size and had a company with "
                    "drums behind the wall. The adviser did not ask whether they wanted to see a third. She asked what "
                    "they did on an ordinary Tuesday.</p><p>The answer was that they sat quietly until twelve, and "
                    "then "
                    "all fourteen went out to eat. That was when lunch turned out to matter more than meeting "
                    "rooms.</p>",
                ),
                (
                    "quote",
                    (
                        "We had been looking for square metres. What we needed was a table for fourteen.",
                        "Hanne Myrvang, Sekstant Kart",
                    ),
                ),
                ("heading", "What helped"),
                (
                    "paragraph",
                    "<p>Their mentor, Emil Skuffstad of Syvende Pult, lent them six desks while they waited. “Those "
                    "six "
                    "weeks taught us more about the city than the spreadsheet did,” says Hanne. The network was up on "
                    "the day they moved. The sign over the door came three weeks late and read “Sekstant Kart A”.</p>"
                    "<p>Row 43? Still open. “But nobody has left,” she says, “and now there are sixteen of us.”</p>",
                ),
            ],
        },
    },
    {
        "slug": {"nb": "skoleplass-for-kvadratmeter", "en": "school-before-square-metres"},
        "title": {"nb": "Skoleplass før kvadratmeter", "en": "School before square metres"},
        "company": "Björkhagen Lås AB",
        "firm": "",
        "industry": "industry",
        "person": "Linnea Åkervall",
        "person_title": {"nb": "Leder for den norske avdelingen", "en": "Head of the Norwegian branch"},
        "quote": {
            "nb": "Vi spurte om lager. De svarte på det om lageret, og så spurte de hvor gamle barna var.",
            "en": "We asked about storage. They answered that, and then asked how old the children were.",
        },
        "intro": {
            "nb": (
                "Björkhagen lager låser i Sverige og skulle ha et lager i Norge. Fem ansatte var klare. Tre familier "
                "var ikke helt sikre."
            ),
            "en": (
                "Björkhagen makes locks in Sweden and wanted a warehouse in Norway. Five employees were ready. Three "
                "families were not so sure."
            ),
        },
        "days_ago": 61,
        "image": "train",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et rødt tog ved en perrong der folk venter",
            "en": "Cut-paper illustration: a red train at a platform where people are waiting",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    "<p>Linnea Åkervall fylte ut interesseskjemaet en søndag kveld. «Jeg skrev tre linjer og regnet "
                    "med "
                    "en brosjyre», sier hun. Mandag før lunsj ringte rådgiveren.</p>",
                ),
                ("heading", "Spørsmålet som ikke sto i skjemaet"),
                (
                    "paragraph",
                    "<p>Lageret var den enkle delen. Det måtte ligge nær vei og bane, og det gjorde det. Det "
                    "vanskelige "
                    "satt rundt tre kjøkkenbord i Borås: Hvor skal ungene gå på skole, og hva gjør vi med den som ikke "
                    "vil flytte?</p><p>Rådgiveren tok spørsmålet med til kommunen. Svaret kom skriftlig, med navnet på "
                    "den som hadde svart.</p>",
                ),
                (
                    "quote",
                    (
                        "Det var ikke noe hemmelig i svaret. Men det sto et navn under, og hun tok telefonen.",
                        "Linnea Åkervall, Björkhagen Lås",
                    ),
                ),
                ("heading", "Ikke alt gikk på skinner"),
                (
                    "paragraph",
                    "<p>Bankkontoen tok lengre tid enn de trodde, og en ansatt ombestemte seg. Piotr Gloselien i "
                    "Ordbro "
                    "satt med dem gjennom skjemaene, ett om gangen. «Han rettet norsken vår uten å le», sier Linnea. "
                    "«Det er mer enn jeg kan si om kollegene mine.»</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    "<p>Linnea Åkervall filled in the interest form on a Sunday evening. “I wrote three lines and "
                    "expected a brochure,” she says. The adviser rang on Monday before lunch.</p>",
                ),
                ("heading", "The question that was not on the form"),
                (
                    "paragraph",
                    "<p>The warehouse was the easy part. It had to be near road and rail, and it was. The hard part "
                    "sat "
                    "round three kitchen tables in Borås: where will the children go to school, and what about the one "
                    "who does not want to move?</p><p>The adviser took the question to the municipality. The answer "
                    "came "
                    "in writing, with the name of whoever had answered.</p>",
                ),
                (
                    "quote",
                    (
                        "There was no secret in the answer. But there was a name under it, and she picked up the "
                        "phone.",
                        "Linnea Åkervall, Björkhagen Lås",
                    ),
                ),
                ("heading", "Not everything ran on rails"),
                (
                    "paragraph",
                    "<p>The bank account took longer than they thought, and one employee changed his mind. Piotr "
                    "Gloselien of Ordbro sat with them through the forms, one at a time. “He corrected our Norwegian "
                    "without laughing,” says Linnea. “Which is more than I can say of my colleagues.”</p>",
                ),
            ],
        },
    },
    {
        "slug": {"nb": "fadder-med-hjelm", "en": "a-mentor-in-a-hard-hat"},
        "title": {"nb": "Fadder med hjelm", "en": "A mentor in a hard hat"},
        "company": "Tautrekk Havnelogistikk AS",
        "firm": "tautrekk",
        "industry": "logistics",
        "person": "Roar Fortøyvik",
        "person_title": {"nb": "Terminalsjef og fadder", "en": "Terminal manager and mentor"},
        "quote": {
            "nb": "Jeg trodde en fadder skulle gi råd. Mest har jeg gitt bort telefonnumre.",
            "en": "I thought a mentor gave advice. Mostly I have given away telephone numbers.",
        },
        "intro": {
            "nb": (
                "Roar har vært fadder for to bedrifter som kom hit med varer og uten nettverk. Han mener det er den "
                "billigste reklamen havna har hatt."
            ),
            "en": (
                "Roar has mentored two companies that came with goods and without a network. He calls it the cheapest "
                "advertising the port has had."
            ),
        },
        "days_ago": 104,
        "image": "port",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et skip ved kai med fargede containere",
            "en": "Cut-paper illustration: a ship at the quay with coloured containers",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    "<p>«Første gang noen ringte meg som fadder, hadde jeg hjelm på og hørte ikke hva de het», sier "
                    "Roar "
                    "Fortøyvik. «Jeg sa ja likevel.»</p><p>Bedriften hadde tre containere på vei og ingen steder å "
                    "gjøre "
                    "av dem. Det ordnet seg med noen pallplasser. Resten av samtalen handlet om alt annet.</p>",
                ),
                ("heading", "Hva han faktisk gjør"),
                (
                    "steps",
                    [
                        ("Tar telefonen", "Også når den ringer midt i en lossing. Da ringer han tilbake før kaffen."),
                        ("Viser rundt", "En time på kaia sier mer enn en presentasjon. Bjørg i krana vinker."),
                        ("Sier hvem", "Revisor, elektriker, den hos kommunen som kan avkjørsler. Alltid med navn."),
                        ("Sier ifra", "Én gang rådet han noen til å vente et halvt år. De ventet, og kom."),
                    ],
                ),
                ("heading", "Hva han får igjen"),
                (
                    "paragraph",
                    "<p>Én av de to ble kunde. Den andre ble det ikke, og sendte en kollega i stedet. «Jeg bruker "
                    "kanskje "
                    "to timer i måneden», sier Roar. «Jeg har brukt mer på dårligere ideer.»</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    "<p>“The first time somebody rang me as a mentor I had my hard hat on and did not catch their "
                    "name,” "
                    "says Roar Fortøyvik. “I said yes anyway.”</p><p>The company had three containers on the way and "
                    "nowhere to put them. A few pallet spaces took care of that. The rest of the call was about "
                    "everything else.</p>",
                ),
                ("heading", "What he actually does"),
                (
                    "steps",
                    [
                        ("Picks up", "Even in the middle of unloading. Then he rings back before coffee."),
                        ("Shows people round", "An hour on the quay says more than slides. Bjørg in the crane waves."),
                        (
                            "Says who",
                            "An accountant, an electrician, whoever at the municipality knows driveways. By name.",
                        ),
                        ("Speaks up", "Once he advised somebody to wait six months. They waited, and came."),
                    ],
                ),
                ("heading", "What he gets in return"),
                (
                    "paragraph",
                    "<p>One of the two became a customer. The other did not, and sent a colleague instead. “I spend "
                    "perhaps two hours a month,” says Roar. “I have spent more on worse ideas.”</p>",
                ),
            ],
        },
    },
    {
        "slug": {"nb": "krakken-ved-disken", "en": "the-stool-at-the-counter"},
        "title": {"nb": "Krakken ved disken", "en": "The stool at the counter"},
        "company": "Mørkebrent & Datter Kaffe AS",
        "firm": "morkebrent",
        "industry": "trade",
        "person": "Solveig Kvernhaug",
        "person_title": {"nb": "Brennmester", "en": "Head roaster"},
        "quote": {
            "nb": "De kom for en kopp. En time senere satt alle de trengte å kjenne, på krakkene ved siden av.",
            "en": "They came for a cup. An hour later everyone they needed to know was on the stools beside them.",
        },
        "intro": {
            "nb": (
                "Et kaffebrenneri med åtte krakker er ikke et møtelokale. Det er derfor møtene blir noe av, mener "
                "Solveig Kvernhaug."
            ),
            "en": (
                "A coffee roastery with eight stools is not a meeting room. Solveig Kvernhaug thinks that is why the "
                "meetings work."
            ),
        },
        "days_ago": 167,
        "image": "market",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et torg med boder, vimpler og folk på vei forbi",
            "en": "Cut-paper illustration: a market square with stalls, bunting and people passing",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    "<p>Avtalen er enkel: Mørkebrent &amp; Datter holder én krakk fri på torsdager. Der sitter den "
                    "som er "
                    "ny. På de andre sitter de som pleier.</p>",
                ),
                ("heading", "Den stilleste krakken"),
                (
                    "paragraph",
                    "<p>«En mann satt der og sa ingenting på tjue minutter», sier Solveig. «Så spurte han hvem som "
                    "eide "
                    "døra tvers over gata.» Det visste tre av krakkene. Én av dem hadde nøkkel.</p><p>Han skulle "
                    "åpne en "
                    "liten butikk med reparerte klokker. Han åpnet den ikke der. Den døra viste seg å være smalere enn "
                    "skapene hans. Men den som hadde nøkkel, kjente noen med en bredere.</p>",
                ),
                (
                    "quote",
                    ("Ingen holder foredrag her. Vi maler kaffe, og det bråker for mye.", "Solveig Kvernhaug"),
                ),
                (
                    "paragraph",
                    "<p>Datteren i firmaet har regnet på det. Krakken koster dem omtrent fire kopper i uka. «Jeg "
                    "har sett "
                    "dyrere kundeservice», sier hun.</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    "<p>The arrangement is simple: Mørkebrent &amp; Datter keeps one stool free on Thursdays. "
                    "Whoever is "
                    "new sits there. The regulars sit on the others.</p>",
                ),
                ("heading", "The quietest stool"),
                (
                    "paragraph",
                    "<p>“A man sat there for twenty minutes without a word,” says Solveig. “Then he asked who owned "
                    "the "
                    "door across the street.” Three of the stools knew. One of them had a key.</p><p>He was going "
                    "to open "
                    "a small shop for mended clocks. He did not open it there. The door turned out to be narrower than "
                    "his cabinets. But whoever had the key knew somebody with a wider one.</p>",
                ),
                (
                    "quote",
                    ("Nobody gives talks in here. We grind coffee, and it makes too much noise.", "Solveig Kvernhaug"),
                ),
                (
                    "paragraph",
                    "<p>The daughter of the firm has done the sums. The stool costs them about four cups a week. “I "
                    "have "
                    "seen dearer customer service,” she says.</p>",
                ),
            ],
        },
    },
]
