"""Who may open what belongs to events, the newsletter and vacancies."""

from .rows import (
    EDITORS,
    EVERYBODY,
    MANAGERS,
    NOBODY,
    ROOT,
    SERVE,
    Row,
    each,
    register,
    snippets,
)

_READERS = EDITORS | {"adviser"}

ROWS = [
    *each(
        SERVE,
        "{event_url} {event_url}kalender/ {event_url}pamelding/ {events_url} {events_url}kalender/ {newsletter_url} "
        "{newsletter_url}sendt/ {vacancy_url} {vacancy_url}soknad/ {vacancy_url}soknad/takk/",
        EVERYBODY,
    ),
    Row(r"pamelding/<str:token>/", EVERYBODY, fill={"token": "{registration_token}"}),
    Row(r"pamelding/<str:token>/", NOBODY, EVERYBODY, {"token": "{no_token}"}),
    Row(r"nyhetsbrev/ja/<str:token>/", EVERYBODY, fill={"token": "{confirm_token}"}),
    Row(r"nyhetsbrev/ja/<str:token>/", NOBODY, EVERYBODY, {"token": "{no_token}"}),
    Row(r"nyhetsbrev/nei/<str:token>/", EVERYBODY, fill={"token": "{end_token}"}),
    Row(r"nyhetsbrev/nei/<str:token>/", NOBODY, EVERYBODY, {"token": "{no_token}"}),
    *each(r"\^\(\?P<path>.*kalender\\\.ics\$", "{event_url}kalender.ics {events_url}kalender.ics", EVERYBODY),
    *each(r"\^\(\?P<path>.*kalender\\\.ics\$", "/finnes-ikke/kalender.ics", NOBODY, hidden=EVERYBODY),
    *snippets("arrangementer", "home/event", "{event_id}", read=_READERS, change=EDITORS),
    *snippets("stillinger", "home/vacancy", "{vacancy_id}", read=_READERS, change=EDITORS),
    Row(r"admin/beskjeder/<int:pk>/(avlys|fortell)/", EDITORS, fill={"pk": "{event_id}"}),
    *register("pameldinger", "{registration_id}", read=EDITORS, change=NOBODY),
    *register("abonnementer", "{subscription_id}", read=EDITORS, change=NOBODY),
    *register("jobbsoknader", "{application_id}", read=MANAGERS, change=NOBODY),
    Row(r"admin/jobbvedlegg/<int:pk>/", MANAGERS, fill={"pk": "{application_id}"}),
]

BULK = {
    "home/event": (ROOT, "{event_id}", "delete"),
    "home/vacancy": (ROOT, "{vacancy_id}", "delete"),
}
