"""Makes the README's pictures from the running product: `make screenshots`. Needs chromium."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.browser import ARGUMENTS, CHROMIUM, PHONE, Window
from tests.e2e.house import TOP, House
from tests.e2e.site import Site, serving

PICTURES = TOP / "docs/pictures"
WIDE = {"width": 1200, "height": 760}
SAID = "25 Business Premium por un año para Ferretería El Tornillo con la Visa"


def main() -> int:
    if CHROMIUM is None:
        sys.stderr.write("No chromium here: install it, e.g. `apt-get install chromium`.\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    shop = Site((TOP / "docs/site.html").read_text(encoding="utf-8"), styles="'unsafe-inline'")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, serving(shop) as site:
        house = House(Path(folder), extra={"PEDIDO_WIDGET_ORIGINS": site.origin})
        site.pedido = house.url
        try:
            house.start()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            take_the_chat(browser, house)
            take_the_widget(browser, site)
            browser.close()
        finally:
            house.stop()
    return 0


def open_window(browser: Browser) -> Window:
    """A sharp one; bubbles do not move while they are photographed."""
    return Window(
        browser.new_page(viewport=WIDE, device_scale_factor=1.5, locale="es", reduced_motion="reduce")
    )


def take_the_chat(browser: Browser, house: House) -> None:
    window = open_window(browser)
    window.page.goto(house.url)
    window.sign_in("demo")
    window.say(SAID)
    take(window, "chat")
    window.page.emulate_media(color_scheme="dark")
    take(window, "dark")
    window.page.emulate_media(color_scheme="light")
    window.page.set_viewport_size(PHONE)
    take(window, "phone")
    window.page.close()


def take_the_widget(browser: Browser, site: Site) -> None:
    window = open_window(browser)
    window.page.goto(site.origin)
    window.page.get_by_role("button", name="Abrir el chat").click()
    window.frame = window.page.frames[1]
    window.sign_in("demo")
    expect(window.answers.last).to_be_visible()
    take(window, "widget")


def take(window: Window, name: str) -> None:
    window.page.wait_for_timeout(300)  # until what was said is in sight
    window.page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
