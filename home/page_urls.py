"""The pages, in each language, and the feeds of their news. Included last: pages take what is left.

They are found with fewer questions than Wagtail asks, and then served by it.
"""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls

from home import routing
from home.machines import feeds

urlpatterns = [
    path("nyheter/atom.xml", feeds.atom, name="news_atom"),
    path("nyheter/rss.xml", feeds.rss, name="news_rss"),
    path("bli-partner/soknad/", include("home.joining_urls")),
    path("", include("home.public_urls")),
    path("", include([one for one in wagtail_urls.urlpatterns if one.name != "wagtail_serve"])),
    re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
]
