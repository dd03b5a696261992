"""Screenshots for the editors' guide, of our own admin with the demo world."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from wsgiref.simple_server import make_server

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from PIL import Image

from .shots import Command as Shots
from .shots import _Quiet, _Server

AUTHOR, MANAGER = "kommunikasjon@drammen.example", "leder@drammen.example"
LIAISON = "kontakt@drammen-kommune.example"
WIDTH, HEIGHT = 1360, 860


class Command(BaseCommand):
    """`manage.py guide_shots [--to FOLDER] [--only NAME]`: every picture of docs/redaktorhandbok.md."""

    help = "Screenshots for the editors' guide, from a demo world of its own."

    def add_arguments(self, parser):
        """Where to, and which."""
        parser.add_argument("--to", default=str(settings.ROOT / "docs" / "redaktor"))
        parser.add_argument("--only", default="", help="only those with this in their name")
        parser.add_argument("--here", action="store_true", help="on the database as it stands, which it changes")

    def handle(self, *args, to="", only="", here=False, **options):
        """Raises CommandError without Chromium."""
        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if chromium is None:
            raise CommandError("Chromium is not on this machine. On Debian and Ubuntu:  apt-get install chromium")
        if here:
            self._shoot(chromium, Path(to), only)
            return
        with tempfile.TemporaryDirectory(prefix="doropner-shots-") as folder:
            env = {**os.environ, "DOROPNER_VAR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.demo"}
            env.pop("DATABASE_URL", None)
            manage = [sys.executable, str(settings.ROOT / "manage.py")]
            for command in (["migrate", "-v0"], ["load_demo"], ["guide_shots", "--here", "--to", to, "--only", only]):
                subprocess.run([*manage, *command], env=env, check=True, cwd=settings.ROOT)  # noqa: S603

    def _prepare(self) -> dict[str, Any]:
        """An item being written, one for the manager to read, and a joint announcement for the liaison."""
        from accounts.models import User
        from home.models import Banner, NewsIndexPage, NewsPage

        author, manager = User.objects.get(email=AUTHOR), User.objects.get(email=MANAGER)
        parent = NewsIndexPage.objects.get(locale__language_code="nb")
        model = NewsPage.objects.filter(locale__language_code="nb", image__isnull=False).first()
        if model is None:
            raise CommandError("The demo world is not complete:  ./run manage load_demo")
        made: dict[str, Any] = {}
        for key, title, embargo in (
            ("draft", "Åpen kontordag i gamle Børsen", None),
            ("review", "To nye lokaler ved stasjonen", None),
            ("joint", "Kommunen og næringslivet går sammen om en ny avtale", timezone.now() + timedelta(days=4)),
        ):
            page = NewsPage(
                title=title,
                intro="Skriv her det leseren må vite først, i to setninger.",
                body=model.body,
                image=model.image,
                image_alt=model.image_alt,
                owner=author,
                live=False,
                locale=parent.locale,
                embargo_until=embargo,
            )
            parent.add_child(instance=page)
            page.save_revision(user=author, log_action=True)
            parent.refresh_from_db()
            made[key] = page
        for key in ("review", "joint"):
            made[key].get_workflow().start(made[key], author)
        state = made["joint"].current_workflow_task_state
        state.task.specific.on_action(state, manager, "approve")
        now = timezone.now()
        banner = Banner.objects.create(
            text_nb="Åpen kontordag torsdag",
            text_en="Open office day on Thursday",
            link_label_nb="Meld deg på",
            link_label_en="Sign up",
            page=model,
            starts_at=now,
            ends_at=now + timedelta(days=5),
        )
        public: Any = NewsPage.objects.filter(locale__language_code="nb", live=True).first()
        public.get_translations().delete()
        made |= {"parent": parent, "banner": banner, "public": public, "image": model.image}
        made["state"] = NewsPage.objects.get(pk=made["joint"].pk).current_workflow_task_state
        return made

    def _scenes(self, made: dict[str, Any]) -> Iterator[tuple[str, str, str, Any]]:
        """Name, who looks, at what, and what is done there before the picture is taken."""
        draft, review, joint = (f"/admin/pages/{made[key].pk}/edit/" for key in ("draft", "review", "joint"))
        yield "forsiden", AUTHOR, "/admin/", None
        yield "sidetreet", AUTHOR, f"/admin/pages/{made['parent'].pk}/", None
        yield "nyhet", AUTHOR, draft, None
        yield "blokkvelger", AUTHOR, draft, _open_chooser
        yield "forhandsvisning", AUTHOR, draft, _open_panel("Preview")
        yield "send-inn", AUTHOR, draft, _open_actions
        yield "godkjenn", MANAGER, review, _open_actions
        yield "planlegg", MANAGER, review, _open_panel("Status")
        yield "sperrefrist", AUTHOR, joint, None
        yield "kommunen", LIAISON, f"/portal/godkjenning/{made['state'].pk}/", None
        yield "oversett", AUTHOR, f"/admin/translation/submit/page/{made['public'].pk}/", None
        yield "oversettelser", AUTHOR, "/admin/rapporter/oversettelser/", None
        yield "lenker", AUTHOR, "/admin/rapporter/lenker/", None
        yield "gamle-sider", AUTHOR, "/admin/rapporter/gamle-sider/?months=3", None
        yield "banner", AUTHOR, f"/admin/banner/edit/{made['banner'].pk}/", None
        yield "bilde", AUTHOR, f"/admin/images/{made['image'].pk}/", None
        yield "videresending", AUTHOR, "/admin/redirects/add/", None
        yield "historikk", AUTHOR, f"/admin/pages/{made['joint'].pk}/history/", None
        yield "slett", AUTHOR, f"/admin/pages/{made['public'].pk}/delete/", None

    def _shoot(self, chromium: str, folder: Path, only: str) -> None:
        from django.contrib.staticfiles.handlers import StaticFilesHandler
        from django.core.wsgi import get_wsgi_application
        from playwright.sync_api import sync_playwright

        made = self._prepare()
        folder.mkdir(parents=True, exist_ok=True)
        scenes = [scene for scene in self._scenes(made) if only in scene[0]]
        cookies = {email: Shots()._cookie(email) for email in {scene[1] for scene in scenes}}
        server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), _Server, _Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, who, path, act in scenes:
                context = browser.new_context(
                    viewport={"width": WIDTH, "height": HEIGHT},
                    color_scheme="light",
                    locale="nb-NO",
                    reduced_motion="reduce",
                )
                context.add_cookies([{**cookies[who], "url": base}])
                page = context.new_page()
                page.goto(base + path)
                page.wait_for_timeout(1200)
                if act is not None:
                    act(page)
                    page.wait_for_timeout(1500)
                picture = Image.open(BytesIO(page.screenshot()))
                picture.save(folder / f"{name}.webp", quality=76, method=6)
                context.close()
                self.stdout.write(f"{name}  {path}")
            browser.close()
        server.shutdown()


def _open_chooser(page: Any) -> None:
    page.locator("button.c-sf-add-button").first.click()
    page.wait_for_timeout(800)
    page.locator("[role=option]").nth(2).locator("button, svg").last.hover()
    page.wait_for_timeout(2000)


def _open_actions(page: Any) -> None:
    page.get_by_role("button", name="Flere handlinger").click()


def _open_panel(name: str) -> Any:
    def act(page: Any) -> None:
        page.locator(f"[data-side-panel-toggle='{name.lower()}']").first.click()
        page.wait_for_timeout(2500)

    return act
