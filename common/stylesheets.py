"""The style sheets every page begins with, sent as one file where files are collected for production.

In development each part is sent by itself. Nothing is built: `collectstatic` joins what lies in static/css.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from django.templatetags.static import static
from whitenoise.storage import CompressedManifestStaticFilesStorage

HOUSE = ("css/tokens.css", "css/base.css", "css/layout.css", "css/components.css")
BUNDLES = {"house": HOUSE, "public": (*HOUSE, "css/site.css", "css/blocks.css")}


class BundlingStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, with the bundles beside their parts, named by their content like every file."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join the parts of each bundle, then name and compress everything."""
        if not dry_run:
            for name, parts in BUNDLES.items():
                target = bundle_path(name)
                joined = b"\n".join(self._content(part) for part in parts)
                self.delete(target)
                self._save(target, ContentFile(joined))
                paths[target] = (self, target)
        yield from super().post_process(paths, dry_run, **options)

    def _content(self, name: str) -> bytes:
        with self.open(name) as file:
            return file.read()


def bundle_path(name: str) -> str:
    """Where a bundle lies: beside its parts, so that what they refer to stays where it is."""
    return f"css/{name}.css"


def addresses(name: str) -> list[str]:
    """The addresses of the style sheets of a bundle, in order. Raises KeyError when there is no such bundle."""
    parts = BUNDLES[name]
    if isinstance(staticfiles_storage._wrapped, BundlingStorage):  # type: ignore[attr-defined]
        return [static(bundle_path(name))]
    return [static(part) for part in parts]
