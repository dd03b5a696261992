"""Screenshots of every page type, for the README and for whoever looks after the design."""

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from io import BytesIO
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from PIL import Image

from home.demo.people import STAFF

ADVISER = next(row["email"] for row in STAFF if row["role"] == "adviser")
MANAGER = next(row["email"] for row in STAFF if row["role"] == "programme_manager")
MEMBER = "admin@elvebris.example"
SIGNER = "admin@vinkel-og-vater.example"
ANSWERS = "bransje=health&storrelse=10-19&tid=year&behov=office&fra=norway"
IN_ENGLISH = ("front", "story", "premises", "industry")
BY_NIGHT = ("front", "industry-nb", "premises-nb", "story-nb", "portal-home", "portal-offered", "private-page")
SIZES = {"wide": (1280, 800), "phone": (375, 720)}


def _is_in_docs(name: str, size: str, theme: str) -> bool:
    """Every type by day, wide and on a phone; by night and in English only some, so that the folder stays small."""
    if name.endswith("-en") and not name.startswith(IN_ENGLISH):
        return False
    return theme == "light" or (size == "wide" and name.startswith(BY_NIGHT))


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        """Says nothing."""


class Command(BaseCommand):
    """`manage.py shots [--to FOLDER] [--only NAME]`: every page type, wide and phone, light and dark."""

    help = "Screenshots of every page type, from a demo world of its own."

    def add_arguments(self, parser):
        """Where to, and which."""
        parser.add_argument("--to", default=str(settings.ROOT / "docs" / "shots"))
        parser.add_argument("--only", default="", help="only those with this in their name")
        parser.add_argument("--here", action="store_true", help="on the database as it stands")
        parser.add_argument("--all", action="store_true", help="every size and theme, not only those of the docs")

    def handle(self, *args, to="", only="", here=False, **options):
        """Raises CommandError without Chromium."""
        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if chromium is None:
            raise CommandError("Chromium is not on this machine. On Debian and Ubuntu:  apt-get install chromium")
        if here:
            self._shoot(chromium, Path(to), only, options["all"])
            return
        with tempfile.TemporaryDirectory(prefix="doropner-shots-") as folder:
            env = {**os.environ, "DOROPNER_VAR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.demo"}
            env.pop("DATABASE_URL", None)
            manage = [sys.executable, str(settings.ROOT / "manage.py")]
            more = ["--all"] if options["all"] else []
            for command in (["migrate", "-v0"], ["load_demo"], ["shots", "--here", "--to", to, "--only", only, *more]):
                subprocess.run([*manage, *command], env=env, check=True, cwd=settings.ROOT)  # noqa: S603

    def _pages(self) -> list[tuple[str, str, str]]:
        """Name, address and who looks."""
        from home.models import PartnersPage, PremisesPage, SitePage, TriagePage
        from partners.models import Agreement, PartnershipRound, Premises
        from prospects.models import Handover, PrivateLink, Prospect

        pages = []
        kinds: list[Any] = sorted(
            (kind for kind in apps.get_models() if issubclass(kind, SitePage)), key=lambda kind: kind.__name__
        )
        for code in ("nb", "en"):
            for kind in kinds:
                name = kind.__name__.removesuffix("Page").lower()
                page = kind.objects.live().filter(locale__language_code=code).order_by("path").first()
                pages.append((f"{name}-{code}", page.get_url(), ""))
                if kind is PremisesPage and (place := Premises.objects.on_offer().first()):
                    pages.append((f"{name}-item-{code}", f"{page.get_url()}{place.slug}/", ""))
                if kind is PartnersPage:
                    pages.append((f"{name}-firm-{code}", f"{page.get_url()}elvebris/", ""))
                if kind is TriagePage:
                    pages.append((f"{name}-guide-{code}", f"{page.get_url()}veiviser/?{ANSWERS}", ""))
        asked = Handover.objects.filter(status="awaiting_consent").first()
        offered = Handover.objects.filter(status="offered", firm__slug="elvebris").first()
        accepted = Handover.objects.filter(status="accepted", firm__slug="elvebris").first()
        case = Prospect.objects.filter(stage="qualified", standing="ongoing").first()
        to_sign = Agreement.objects.filter(status="offered", firm__slug="vinkel-og-vater").first()
        round = PartnershipRound.objects.open().first()
        if not (asked and offered and accepted and case and to_sign and round):
            raise CommandError("The demo world is not complete:  ./run manage load_demo")
        pages += [
            ("login", reverse("account_login"), ""),
            ("not-found", "/finnes-ikke/", ""),
            ("private-page", reverse("private:page", args=[PrivateLink.issue(asked.prospect)]), ""),
            ("portal-home", reverse("portal:home"), MEMBER),
            ("portal-prospects", reverse("portal:prospects"), MEMBER),
            ("portal-offered", reverse("portal:handover", args=[offered.pk]), MEMBER),
            ("portal-accepted", reverse("portal:handover", args=[accepted.pk]), MEMBER),
            ("portal-firm", reverse("portal:firm"), MEMBER),
            ("portal-account", reverse("portal:account"), MEMBER),
            ("portal-sign", reverse("portal:agreement", args=[to_sign.pk]), SIGNER),
            ("portal-benefits", reverse("portal:benefits"), MEMBER),
            ("portal-contributions", reverse("portal:contributions"), MEMBER),
            ("portal-ledger", reverse("portal:ledger"), MEMBER),
            ("portal-profile", reverse("portal:profile"), MEMBER),
            ("portal-people", reverse("portal:people"), MEMBER),
            ("joining-nb", "/bli-partner/soknad/", ""),
            ("admin-home", reverse("wagtailadmin_home"), ADVISER),
            ("admin-prospects", reverse("prospects:index"), ADVISER),
            ("admin-case", reverse("prospects:case", args=[case.pk]), ADVISER),
            ("admin-round", reverse("admissions:board", args=[round.pk]), MANAGER),
            ("admin-contributions", "/admin/partnerbidrag/", MANAGER),
            ("components", reverse("components"), ADVISER),
        ]
        return pages

    def _cookie(self, email: str) -> dict:
        """A session like the one a login with a second factor makes."""
        from accounts.models import User

        user = User.objects.get(email=email)
        session = importlib.import_module(settings.SESSION_ENGINE).SessionStore()
        now = time.time()
        session.update(
            {
                "_auth_user_id": str(user.pk),
                "_auth_user_backend": settings.AUTHENTICATION_BACKENDS[0],
                "_auth_user_hash": user.get_session_auth_hash(),
                "account_authentication_methods": [{"method": "password", "at": now}, {"method": "mfa", "at": now}],
                "account_authentication_methods_user": str(user.pk),
            }
        )
        session.create()
        return {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key}

    def _shoot(self, chromium: str, folder: Path, only: str, everything: bool) -> None:
        from django.contrib.staticfiles.handlers import StaticFilesHandler
        from django.core.wsgi import get_wsgi_application
        from playwright.sync_api import sync_playwright

        call_command("clock", "--once", verbosity=0)
        folder.mkdir(parents=True, exist_ok=True)
        pages = [page for page in self._pages() if only in page[0]]
        cookies = {email: self._cookie(email) for email in {who for _name, _path, who in pages if who}}
        server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), _Server, _Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, path, who in pages:
                for size, (width, height) in SIZES.items():
                    for theme in ("light", "dark"):
                        if not everything and not _is_in_docs(name, size, theme):
                            continue
                        context = browser.new_context(
                            viewport={"width": width, "height": height}, color_scheme=theme, locale="nb-NO"
                        )
                        if who:
                            context.add_cookies([{**cookies[who], "url": base}])
                        page = context.new_page()
                        page.goto(base + path)
                        page.wait_for_timeout(700)
                        picture = Image.open(BytesIO(page.screenshot()))
                        picture.save(folder / f"{name}-{size}-{theme}.webp", quality=78, method=6)
                        context.close()
                self.stdout.write(f"{name}  {path}")
            browser.close()
        server.shutdown()
