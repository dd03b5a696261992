"""Logos for some of the demo's firms: simple marks, drawn here and invented with the firms."""

import io
from math import cos, pi, sin

from PIL import Image, ImageDraw

SIDE = 480
INK = (19, 38, 43)
RIVER = (12, 78, 87)
BRICK = (162, 58, 35)
LIGHT = (255, 198, 94)


def _waves(draw: ImageDraw.ImageDraw) -> None:
    for place, colour in enumerate((RIVER, BRICK, LIGHT)):
        top = 90 + 110 * place
        points = [(x, top + 34 * sin(x / SIDE * 2 * pi * 1.5)) for x in range(40, SIDE - 40, 4)]
        draw.line(points, fill=colour, width=46, joint="curve")


def _bridge(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((30, 300, 450, 340), fill=INK)
    draw.arc((70, 110, 410, 500), 180, 360, fill=BRICK, width=34)
    for x in (130, 190, 240, 290, 350):
        draw.line((x, 160, x, 300), fill=BRICK, width=12)


def _coin(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((60, 60, 420, 420), fill=LIGHT)
    draw.polygon([(150, 300), (240, 120), (330, 300)], fill=RIVER)
    draw.rectangle((130, 310, 350, 345), fill=RIVER)


def _moon(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((80, 60, 420, 400), fill=RIVER)
    draw.ellipse((170, 30, 470, 330), fill=(255, 255, 255, 0))
    draw.rectangle((90, 410, 400, 440), fill=LIGHT)


def _rope(draw: ImageDraw.ImageDraw) -> None:
    for start in (0, 1):
        points = [
            (240 + 150 * cos(turn / 20 + start * pi), 60 + turn * 3) for turn in range(int(SIDE / 4)) if turn * 3 < 360
        ]
        draw.line(points, fill=(RIVER, BRICK)[start], width=36, joint="curve")


def _cup(draw: ImageDraw.ImageDraw) -> None:
    draw.pieslice((90, 60, 370, 420), 0, 180, fill=INK)
    draw.arc((320, 220, 440, 340), 270, 90, fill=INK, width=28)
    for x in (170, 230, 290):
        draw.line((x, 90, x, 190), fill=BRICK, width=18)


def _plumb(draw: ImageDraw.ImageDraw) -> None:
    draw.line((240, 40, 240, 250), fill=INK, width=16)
    draw.polygon([(170, 250), (310, 250), (240, 440)], fill=BRICK)
    draw.rectangle((90, 40, 390, 70), fill=RIVER)


def _desks(draw: ImageDraw.ImageDraw) -> None:
    for place in range(7):
        x, y = 60 + 130 * (place % 3), 60 + 130 * (place // 3)
        draw.rectangle((x, y, x + 100, y + 100), fill=LIGHT if place == 6 else RIVER)


MARKS = {
    "elvebris": _waves,
    "brohode": _bridge,
    "stromkanten": _coin,
    "kveldsvakt": _moon,
    "tautrekk": _rope,
    "morkebrent": _cup,
    "loddrett": _plumb,
    "syvende-pult": _desks,
}


def mark(slug: str) -> bytes:
    """The mark of a firm as PNG on nothing. Raises KeyError for a firm without one."""
    image = Image.new("RGBA", (SIDE, SIDE), (255, 255, 255, 0))
    MARKS[slug](ImageDraw.Draw(image))
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
