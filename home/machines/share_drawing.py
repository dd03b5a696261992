"""Drawing a share image: our town by day or by night, and a title over it.

The scenes (static/img/share-day.webp, share-night.webp) are components/scene_hero.html rendered in the light and the
dark theme, without the church, and with the mark.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

VERSION = "1"  # another number when something below changes what is drawn
SIZE = (1200, 630)

LEFT, TOP, BOTTOM, WIDTH = 64, 60, 362, 745
KIND_HEIGHT, NAME_BASELINE, NAME_LEFT = 50, 584, 120
# Size of the title in pixels, and the height of its lines.
TITLE_SIZES = ((96, 102), (76, 84), (68, 75), (60, 67), (54, 60), (48, 54), (42, 48), (36, 42), (32, 37))
INK = {
    "day": {"title": "#13262b", "kind": "#a23a23", "name": "#f7f2e8"},
    "night": {"title": "#f7f2e8", "kind": "#ffc65e", "name": "#f7f2e8"},
}
SERIF = "young-serif-latin-400-normal.woff2"
SANS = "schibsted-grotesk-latin-wght-normal.woff2"


@dataclass(frozen=True)
class Motif:
    """All that decides what an image looks like."""

    title: str
    kind: str
    name: str
    scene: str

    @property
    def digest(self) -> str:
        """16 hexadecimal digits."""
        said = "\0".join((VERSION, self.title, self.kind, self.name, self.scene))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def draw(motif: Motif) -> bytes:
    """The image as a PNG with 256 colours."""
    picture = _scene(motif.scene).copy()
    pen, ink = ImageDraw.Draw(picture), INK[motif.scene]
    top = TOP
    if motif.kind:
        pen.text((LEFT, top + 26), drawable(motif.kind, SANS), font=font(SANS, 30, 700), fill=ink["kind"], anchor="ls")
        top += KIND_HEIGHT
    size, height, lines = _fitted(drawable(motif.title, SERIF), BOTTOM - top)
    for number, line in enumerate(lines):
        at = (LEFT - round(size * 0.04), top + number * height + round(size * 0.82))
        pen.text(at, line, font=font(SERIF, size), fill=ink["title"], anchor="ls")
    name = drawable(motif.name, SERIF)
    pen.text((NAME_LEFT, NAME_BASELINE), name[:40], font=font(SERIF, 34), fill=ink["name"], anchor="ls")
    file = BytesIO()
    reduced = picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    reduced.save(file, "PNG", optimize=True)
    return file.getvalue()


@lru_cache(maxsize=2)
def _scene(name: str) -> Image.Image:
    return Image.open(settings.ROOT / "static" / "img" / f"share-{name}.webp").convert("RGB")


@lru_cache(maxsize=32)
def font(name: str, size: int, weight: int = 0) -> ImageFont.FreeTypeFont:
    """One of the house's fonts in a size in pixels; `weight` for the one that has several."""
    found = ImageFont.truetype(settings.ROOT / "static" / "fonts" / name, size)
    if weight:
        found.set_variation_by_axes([weight])
    return found


@lru_cache(maxsize=2)
def _absent(name: str) -> bytes:
    return bytes(font(name, 40).getmask("\uffff"))


@lru_cache(maxsize=4096)
def _can_draw(letter: str, name: str) -> bool:
    return letter == " " or bytes(font(name, 40).getmask(letter)) != _absent(name)


def drawable(text: str, name: str) -> str:
    """The text without letters the font has not; a soft hyphen or an emoji would be an empty box."""
    kept_letters = "".join(letter for letter in text if letter.isprintable() and _can_draw(letter, name))
    return " ".join(kept_letters.split())


def _fitted(text: str, room: int) -> tuple[int, int, list[str]]:
    """The largest size in which the title has room, its lines' height, and its lines, about equally long."""
    longest = max(text.split(), key=len, default="")
    for size, height in TITLE_SIZES:
        if size > 42 and font(SERIF, size).getlength(longest) > WIDTH:
            continue  # rather smaller than a word in two
        lines = _lines(text, font(SERIF, size))
        if len(lines) * height <= room + height * 0.2 and len(lines) <= (2 if size > 80 else 4 if size >= 48 else 7):
            return size, height, lines
    size, height = TITLE_SIZES[-1]
    lines = _lines(text, font(SERIF, size))[: room // height]
    lines[-1] = lines[-1].rstrip(" .,:;") + " …"
    return size, height, lines


def _lines(text: str, face: ImageFont.FreeTypeFont) -> list[str]:
    """The text in as few lines as it takes, made as narrow as that number allows."""
    words = [piece for word in text.split() for piece in _pieces(word, face)]
    count = len(_wrapped(words, face, WIDTH))
    narrow, wide = WIDTH // 3, WIDTH
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        if len(_wrapped(words, face, middle)) <= count and all(face.getlength(word) <= middle for word in words):
            wide = middle
        else:
            narrow = middle
    return _wrapped(words, face, wide)


def _wrapped(words: list[str], face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and face.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines or [""]


def _pieces(word: str, face: ImageFont.FreeTypeFont) -> list[str]:
    """A word in pieces that each have room; most words are one."""
    pieces: list[str] = []
    while face.getlength(word) > WIDTH:
        cut = max(2, int(len(word) * (WIDTH - face.getlength("-")) / face.getlength(word)))
        while cut > 2 and face.getlength(word[:cut] + "-") > WIDTH:
            cut -= 1
        pieces.append(word[:cut] + "-")
        word = word[cut:]
    return [*pieces, word]
