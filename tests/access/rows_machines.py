"""Rows for what machines read: feeds, sitemaps, share images and the content API. All of it is public."""

from .rows import EVERYBODY, NOBODY, Row, each

ROWS = [
    Row(r"nyheter/(atom|rss)\.xml", EVERYBODY),
    Row(r"sitemap-<str:language>\.xml", EVERYBODY, fill={"language": "nb"}),
    Row(r"sitemap-<str:language>\.xml", NOBODY, EVERYBODY, {"language": "de"}, why="there are two languages"),
    *(
        Row(r"deling/<int:page_id>-<str:digest>\.png", NOBODY, EVERYBODY, {"page_id": page, "digest": "0" * 16})
        for page in ("{page_id}", "{draft_id}", "{sealed_id}", "{absent}")
    ),
    *each(r"api/v2/\^pages/", "/api/v2/pages/", EVERYBODY),
    *each(r"api/v2/\^pages/<int:pk>/", "/api/v2/pages/{page_id}/", EVERYBODY),
    *each(
        r"api/v2/\^pages/<int:pk>/",
        "/api/v2/pages/{draft_id}/ /api/v2/pages/{sealed_id}/ /api/v2/pages/{absent}/",
        NOBODY,
        hidden=EVERYBODY,
        why="the API tells of public pages only, whoever asks",
    ),
    *each(r"api/v2/\^pages/find/", "/api/v2/pages/find/?id={page_id}", EVERYBODY),
    *each(r"api/v2/\^pages/find/", "/api/v2/pages/find/?id={draft_id}", NOBODY, hidden=EVERYBODY),
    *each(r"api/v2/\^images/", "/api/v2/images/", EVERYBODY),
    *each(r"api/v2/\^images/<int:pk>/", "/api/v2/images/{absent}/", NOBODY, hidden=EVERYBODY),
    *each(r"api/v2/\^images/find/", "/api/v2/images/find/?id={absent}", NOBODY, hidden=EVERYBODY),
]
