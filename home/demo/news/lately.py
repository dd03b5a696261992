"""The newest of the demo's news."""

from typing import Any

LATELY: list[dict[str, Any]] = [
    {
        "slug_nb": "hundre-samtaler-fra-togsetet",
        "slug_en": "a-hundred-calls-from-a-train-seat",
        "image": "train",
        "days_ago": 33,
        "title": {"nb": "Hundre samtaler, mange fra et togsete", "en": "A hundred calls, many from a train seat"},
        "intro": {
            "nb": (
                "Strategisk rådgiver Sindre Åkerbekk har ringt sine første hundre bedrifter. Han førte strek for "
                "strek i en notatbok, og vi har fått se den."
            ),
            "en": (
                "Sindre Åkerbekk, our strategic adviser, has rung his first hundred companies. He kept a tally in "
                "a notebook, and we have been allowed to see it."
            ),
        },
        "body": {
            "nb": [
                ("paragraph", "<p>Hundre er et fint tall, mest fordi det er over. Slik fordelte samtalene seg:</p>"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>41</b> tok ikke telefonen første gang. De fleste ringte "
                        "tilbake.</li><li><b>28</b> sa nei takk. To av dem sa det på en måte Sindre har tenkt å "
                        "lære seg.</li><li><b>19</b> ville ha mer å lese.</li><li><b>9</b> ville komme på "
                        "besøk.</li><li><b>3</b> trodde han solgte strøm.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Det vanligste spørsmålet var ikke hva det koster. Det var hvem andre som er her. Nest "
                        "vanligst var om man må bestemme seg nå. Det må man ikke.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Det beste jeg kan si, er «det vet jeg ikke, men jeg ringer deg i morgen». Og så må "
                            "jeg jo ringe i morgen."
                        ),
                        "Sindre Åkerbekk, strategisk rådgiver",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Etter samtale nummer seksti endret han åpningen. Før sa han hvor han ringte fra. Nå "
                        "spør han hva som er trangt. Da kommer det gjerne et sukk først, og så en lang historie om "
                        "et lager.</p>"
                    ),
                ),
                (
                    "paragraph",
                    "<p>Ni besøk av hundre samtaler er bedre enn vi hadde håpet. Neste hundre begynner på mandag.</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    "<p>A hundred is a fine number, chiefly because it is behind him. This is how the calls went:</p>",
                ),
                (
                    "paragraph",
                    (
                        "<ul><li><b>41</b> did not pick up the first time. Most of them rang "
                        "back.</li><li><b>28</b> said no, thank you. Two of them put it in a way Sindre means to "
                        "learn.</li><li><b>19</b> wanted more to read.</li><li><b>9</b> wanted to come and see "
                        "us.</li><li><b>3</b> thought he was selling electricity.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The most common question was not what it costs. It was who else is here. The runner-up "
                        "was whether they had to decide now. They do not.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "The best thing I can say is: I don't know, but I'll ring you tomorrow. And then, of "
                            "course, I have to ring tomorrow."
                        ),
                        "Sindre Åkerbekk, strategic adviser",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>After the sixtieth call he changed his opening. He used to say where he was ringing "
                        "from. Now he asks what is cramped. First there is usually a sigh, and then a long story "
                        "about a storeroom.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Nine visits out of a hundred calls is better than we had dared hope. The next hundred "
                        "start on Monday.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et tog gjennom et kupert landskap",
            "en": "Cut-paper illustration: a train passing through hilly country",
        },
    },
    {
        "slug_nb": "planene-dine-er-dine",
        "slug_en": "your-plans-are-yours",
        "image": "seedling",
        "days_ago": 16,
        "title": {"nb": "Planene dine er dine", "en": "Your plans are your own"},
        "intro": {
            "nb": (
                "Ingen vil lese i avisa at firmaet vurderer å flytte. Slik passer vi på at det du forteller oss, "
                "blir der du la det."
            ),
            "en": (
                "Nobody wants to read in the paper that their firm may be moving. This is how we keep what you "
                "tell us where you put it."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>En flytteplan er sårbar. Huseieren, konkurrenten og kantina kan alle ha meninger om "
                        "den lenge før den er ferdig tenkt. Derfor er den hemmelig til du sier noe annet.</p>"
                    ),
                ),
                ("heading", "Når vi spør en partnerbedrift"),
                (
                    "steps",
                    [
                        (
                            "Først uten navn",
                            (
                                "Partneren får vite bransjen, omtrentlig størrelse og hva du trenger. Beskrivelsen "
                                "skal ikke røpe hvem du er."
                            ),
                        ),
                        ("Så spør vi deg", "Vi deler ikke navnet ditt med noen før du har samtykket."),
                        (
                            "Så får de vite det",
                            (
                                "Har partneren takket ja og du samtykket, ser partneren kontaktinformasjonen. De "
                                "andre ser den ikke."
                            ),
                        ),
                        ("Du kan angre", "Trekk samtykket på den private lenken. Tilgangen er borte i samme øyeblikk."),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>Takker partneren nei, eller svarer for sent, får den aldri vite hvem du var. Vi spør "
                        "ikke den samme bedriften om deg en gang til.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Jeg fikk tilbud om å hjelpe en bedrift på førti ansatte. Det viste seg å være naboen. "
                            "Jeg ante ingenting før hun ville at jeg skulle vite det."
                        ),
                        "Geir Rolighaug, bedriftslege i Andpusten",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>To år etter siste kontakt slettes opplysningene om deg eller gjøres anonyme. Det skjer "
                        "uten at du må be om det.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>A plan to move is a tender thing. The landlord, the competition and the canteen may "
                        "all have opinions on it long before it has been thought through. So it stays secret until "
                        "you say otherwise.</p>"
                    ),
                ),
                ("heading", "When we ask a partner firm"),
                (
                    "steps",
                    [
                        (
                            "First, no names",
                            (
                                "The partner learns your industry, your rough size and what you need. The "
                                "description must not give away who you are."
                            ),
                        ),
                        ("Then we ask you", "We share your name with nobody until you have consented."),
                        (
                            "Then they know",
                            (
                                "Once the partner has accepted and you have consented, the partner can see your "
                                "contact details. Nobody else can."
                            ),
                        ),
                        (
                            "You may change your mind",
                            "Withdraw your consent on your private link. Access is gone the same instant.",
                        ),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>If the partner declines, or answers too late, it never learns who you were. Nor do we "
                        "ask the same firm about you again.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "I was offered the chance to help a company with forty staff. It turned out to be my "
                            "neighbour. I had no idea until she wanted me to know."
                        ),
                        "Geir Rolighaug, company doctor at Andpusten",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Two years after our last contact, the information about you is deleted or made "
                        "anonymous. You don't have to ask.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en liten spire under en glassklokke",
            "en": "Cut-paper illustration: a small seedling under a glass dome",
        },
    },
    {
        "slug_nb": "frokost-for-nye-naboer",
        "slug_en": "breakfast-for-new-neighbours",
        "image": "market",
        "days_ago": 2,
        "title": {"nb": "Frokost for nye naboer", "en": "Breakfast for new neighbours"},
        "intro": {
            "nb": (
                "Sytten bedrifter, åtte krakker og altfor mye brød. Den første frokosten for nykommere ble litt "
                "trang, og det var poenget."
            ),
            "en": (
                "Seventeen firms, eight stools and far too much bread. The first breakfast for newcomers was "
                "rather a squeeze, which was the point."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Klokka var halv åtte på brenneriet til Mørkebrent & Datter. Fem bedrifter var nye i "
                        "byen. Tolv hadde vært her lenge og ville se hvem som var kommet.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Det var ingen taler. Alle fikk en lapp med to setninger å fylle ut: «Jeg trenger …» og "
                        "«Jeg kan hjelpe med …». Lappene ble hengt på en snor over disken.</p>"
                    ),
                ),
                ("heading", "Fra snora"),
                (
                    "paragraph",
                    (
                        "<ul><li>Trenger: et sted å teste lydutstyr uten at noen ringer vaktmesteren.</li><li>Kan "
                        "hjelpe med: et tomt lager, helst på kvelden.</li><li>Trenger: noen som kan forklare norsk "
                        "lønnsslipp på tysk.</li><li>Kan hjelpe med: regnskap, tålmodighet.</li><li>Trenger: en "
                        "fotballkeeper, torsdager.</li></ul>"
                    ),
                ),
                ("paragraph", "<p>Før klokka ni var fire av lappene tatt ned i par. Keeperen mangler fortsatt.</p>"),
                (
                    "quote",
                    (
                        "Jeg har solgt kaffe i årevis. Dette var første gang jeg så folk glemme å drikke den.",
                        "Solveig Kvernhaug, brennmester",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Vi gjør det igjen neste måned. Partnerbedriftene melder seg på i portalen, og nye "
                        "bedrifter får plass gjennom rådgiveren sin. Kom sulten, og ta med et visittkort du tåler "
                        "å miste.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>It was half past seven at the Mørkebrent & Datter roastery. Five companies were new to "
                        "the city. Twelve had been here for years and wanted to see who had come.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>There were no speeches. Everyone got a slip of paper with two sentences to finish: I "
                        "need... and I can help with... The slips were pegged on a line above the counter.</p>"
                    ),
                ),
                ("heading", "From the line"),
                (
                    "paragraph",
                    (
                        "<ul><li>Need: somewhere to test sound equipment without anyone ringing the "
                        "caretaker.</li><li>Can help with: an empty warehouse, preferably in the "
                        "evening.</li><li>Need: someone to explain a Norwegian payslip in German.</li><li>Can help "
                        "with: bookkeeping, patience.</li><li>Need: a goalkeeper, Thursdays.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>By nine o'clock four of the slips had come down in pairs. The goalkeeper's position is "
                        "still vacant.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "I have sold coffee for years. This was the first time I saw people forget to drink it.",
                        "Solveig Kvernhaug, head roaster",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>We are doing it again next month. Partner firms sign up in the portal, and newcomers "
                        "get a place through their adviser. Come hungry, and bring a business card you can afford "
                        "to lose.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: markedsboder med stripete tak og frukt",
            "en": "Cut-paper illustration: market stalls with striped awnings and fruit",
        },
    },
]
