"""Addresses that belong to the site itself."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.static import serve

from accounts.roles import is_staff_member
from common.mail import absolute

_PRIVATE = ("portal/", "konto/", "mitt/", "komponenter/", "_util/")
CLOSED = ("/admin/", "/api/", "/demo/", *(f"{language}{path}" for language in ("/", "/en/") for path in _PRIVATE))


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Whether the site can answer: 200 when its database does, 503 otherwise (by the middleware)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines should leave alone; private pages also say so themselves.

    An installation that does not want to be found (a demo, a rehearsal) closes everything, and its pages say noindex.
    """
    lines = ["User-agent: *"]
    if settings.SEARCH_ENGINES_WELCOME:
        # Only /api/v2/ itself: nobody should look for pages there, but share images and feeds are meant to be read.
        lines += [f"Disallow: {path}" for path in CLOSED]
        lines += ["", f"Sitemap: {absolute(reverse('sitemap'))}"]
    else:
        lines += ["Disallow: /"]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """The living page of all components, for developers and editors."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not is_staff_member(request.user):
        raise PermissionDenied
    return render(request, "components_page.html")


def nothing_here(request: HttpRequest) -> HttpResponse:
    """404, for addresses of packages that nobody should reach."""
    raise Http404


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """Uploaded public pictures, on a machine without a web server in front. Nothing else lies there."""
    if not path.startswith(("images/", "original_images/")):
        raise Http404
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except (OSError, ValueError) as error:  # a name no file system takes
        raise Http404 from error
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
