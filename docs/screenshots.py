"""Makes the README's pictures from the running product: `make screenshots`. Needs chromium."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.house import TOP, House

PICTURES = TOP / "docs/pictures"
WRITE = ".composer textarea"
SAID = "25 Business Premium por un año para Ferretería El Tornillo con la Visa"


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("No chromium here: install it, e.g. `apt-get install chromium`.\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        house = House(Path(folder))
        try:
            house.start()
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(
                viewport={"width": 1200, "height": 760}, device_scale_factor=1.5, locale="es"
            )
            page.goto(house.url)
            sign_in(page)
            say(page, SAID)
            page.screenshot(path=PICTURES / "chat.png")
            page.set_viewport_size({"width": 390, "height": 780})
            page.screenshot(path=PICTURES / "phone.png")
            browser.close()
        finally:
            house.stop()
    return 0


def sign_in(page: Page) -> None:
    page.fill("[name=login]", "demo")
    page.fill("[name=password]", "demo")
    page.click("#door button.main")
    page.wait_for_selector(WRITE, state="visible")


def say(page: Page, text: str) -> None:
    answers = ".log .message.bot:not(:has(.typing))"
    before = page.locator(answers).count()
    page.fill(WRITE, text)
    page.press(WRITE, "Enter")
    page.locator(answers).nth(before).wait_for()
    page.wait_for_timeout(800)  # what follows in the same breath, and the ticket


if __name__ == "__main__":
    sys.exit(main())
