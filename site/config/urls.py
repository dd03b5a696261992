"""Every address of the site. Groups are cut by who they are for and how they may be cached."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import admin_login, admin_logout
from config import views

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"

urlpatterns = [
    # Wagtail's own doors that ours stand in front of: its login has no limits, its logout takes GET, and one address
    # exists to answer 500.
    path("admin/login/", admin_login, name="admin_login"),
    path("admin/logout/", admin_logout, name="admin_logout"),
    path("admin/failwhale/", views.nothing_here, name="nothing_here"),
    path("admin/", include(wagtailadmin_urls)),
    path("dokumenter/", include(wagtaildocs_urls)),
    path("helse/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("", include("home.machines.urls")),
]

if settings.DEMO:
    urlpatterns += [path("demo/post/", include("home.mailbox_urls"))]
if settings.DEBUG or settings.DEMO:
    urlpatterns += [
        re_path(r"^media/(?P<path>.*)$", views.media, name="media"),
    ]

urlpatterns += i18n_patterns(
    path("konto/", include("accounts.urls")),
    path("konto/", include("allauth.account.urls")),
    path("konto/to-steg/", include("allauth.mfa.urls")),
    path("mitt/", include("prospects.private_urls")),
    path("portal/", include("portal.urls")),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="page_login"),
    path("komponenter/", views.components, name="components"),
    path("", include("home.page_urls")),
    prefix_default_language=False,
)
