"""Small guards in front of every view."""

from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _

GetResponse = Callable[[HttpRequest], HttpResponse]


class DatabaseAwayMiddleware:
    """Answers 503 with Retry-After, and says that nothing was stored, when the database is away, full or locked."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except OperationalError:
            return unavailable()

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django calls this for what a view raises."""
        return unavailable() if isinstance(exception, OperationalError) else None


def unavailable() -> HttpResponse:
    """A page that needs neither database nor session."""
    response = HttpResponse(loader.get_template("503.html").render(), status=503)
    response["Retry-After"] = "30"
    response["Cache-Control"] = "no-store"
    return response


class OnlyUtf8Middleware:
    """A form in another character set than UTF-8 is refused with 415; Django would break on it with a 500."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        charset = (request.content_params or {}).get("charset", "utf-8")
        if request.method == "POST" and charset.strip("\"' ").lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
            return HttpResponse(_("Send the form in UTF-8."), status=415, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class ContentSecurityPolicyMiddleware:
    """Sends `Content-Security-Policy` from SECURE_CSP, the looser SECURE_CSP_ADMIN below /admin/."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response
        self.public = self._header(settings.SECURE_CSP)
        self.admin = self._header(settings.SECURE_CSP_ADMIN)

    @staticmethod
    def _header(policy: dict[str, list[str]]) -> str:
        return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(
            "Content-Security-Policy", self.admin if request.path_info.startswith("/admin/") else self.public
        )
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        return response
