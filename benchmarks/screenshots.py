"""Takes pictures of every page on the demo corpus.

``python -m benchmarks.screenshots`` writes docs/screenshots; ``--all FOLDER`` takes every page also at 1024 and 390
pixels, in dark and in English, into another folder, to be looked at.
"""

import argparse
import io
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.served import CHROMIUM, FLAGS, addresses, opened, served

DOCS = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
HEIGHT = {1440: 1150, 1024: 1150, 390: 844}
TALL = 6000
QUERY = {"article": {"medium": "NBC News"}}
"""What is worth showing on a page, as its address says it."""


class Look(NamedTuple):
    """How a page is looked at."""

    width: int = 1440
    theme: str = "light"
    language: str = "de"

    @property
    def suffix(self) -> str:
        """What tells its pictures from the others'."""
        return f"-{self.width}-{self.theme}-{self.language}"


LOOKS = [Look(), Look(theme="dark"), Look(1024), Look(390), Look(390, "dark"), Look(language="en")]


def main() -> int:
    """Take the pictures; 0 when all are there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every look of every page, into this folder")
    folder = parser.parse_args().all
    with (
        tempfile.TemporaryDirectory() as home,
        served(Path(home)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for look in LOOKS if folder else LOOKS[:1]:
            take(browser, address, look, folder or DOCS, look.suffix if folder else "")
        browser.close()
    return 0


def take(browser: Browser, address: str, look: Look, folder: Path, suffix: str) -> None:
    """Every page in one look; only its beginning where the pictures are for the documentation."""
    folder.mkdir(parents=True, exist_ok=True)
    size = {"width": look.width, "height": HEIGHT[look.width]}
    with browser.new_context(viewport=size, color_scheme=look.theme, locale=look.language) as window:  # type: ignore[arg-type]
        page = window.new_page()
        for name in addresses():
            opened(page, address, name, sprache=look.language, **QUERY.get(name, {}))
            if suffix:
                page.set_viewport_size({**size, "height": whole(page)})
            page.wait_for_timeout(700)  # charts grow into their place
            small(page.screenshot(), folder / f"{name}{suffix}.png")
            page.set_viewport_size(size)
            print(f"{name}{suffix}.png", flush=True)


def whole(page: Page) -> int:
    """The height in pixels at which nothing has to be scrolled."""
    return min(TALL, page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight"))


def small(picture: bytes, file: Path) -> None:
    """Write a PNG of 256 colours, which flat pages do not miss."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
