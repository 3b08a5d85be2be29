"""The app's sign: a quarter with a person in it.

Drawn here, because a named icon would be fetched from another host.
"""

from functools import cache

from PIL import Image, ImageDraw

_SIZE = 128
_BLUE = "#1d4f7c"
_AMBER = "#e6853c"


@cache
def icon() -> Image.Image:
    """Return the sign as a square picture."""
    picture = Image.new("RGBA", (_SIZE, _SIZE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.polygon([(16, 34), (66, 8), (118, 40), (110, 100), (58, 122), (10, 92)], fill=_BLUE)
    pen.ellipse((50, 30, 80, 60), fill="white")
    pen.pieslice((36, 64, 94, 136), 180, 360, fill="white")
    pen.ellipse((92, 76, 124, 108), fill=_AMBER, outline="white", width=5)
    return picture
