"""Makes the README's pictures from the running product: `make screenshots`. Needs chromium."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.channels.slack.deliveries import SIGNING_SECRET
from tests.channels.slack.fake_slack import BOT_TOKEN, FakeSlack
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi
from tests.e2e.browser import ARGUMENTS, CHROMIUM, PATIENCE, PHONE, Window
from tests.e2e.chat import Books
from tests.e2e.house import TOP, House
from tests.e2e.site import Site, serving
from tests.e2e.slack_chat import SlackChat, running
from tests.e2e.test_desk import take_call

PICTURES = TOP / "docs/pictures"
WIDE = {"width": 1200, "height": 760}
SAID = "25 Business Premium por un año para Ferretería El Tornillo con la Visa"


def main() -> int:
    if CHROMIUM is None:
        sys.stderr.write("No chromium here: install it, e.g. `apt-get install chromium`.\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    shop = Site((TOP / "docs/site.html").read_text(encoding="utf-8"), styles="'unsafe-inline'")
    with running() as slack, sync_playwright() as playwright, serving(shop) as site:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with opened_house(slack, site) as house:
            take_the_chat(browser, house)
            take_the_widget(browser, site)
            take_the_desk(browser, house)
            take_the_account(browser, house, slack)
        browser.close()
    return 0


@contextmanager
def opened_house(slack: FakeSlack, site: Site) -> Iterator[House]:
    """Everything that can be connected is."""
    extra = {"PEDIDO_WIDGET_ORIGINS": site.origin, "PEDIDO_TELEGRAM_TOKEN": TOKEN}
    extra |= {"PEDIDO_SLACK_BOT_TOKEN": BOT_TOKEN, "PEDIDO_SLACK_BASE_URL": slack.url}
    extra["PEDIDO_SLACK_SIGNING_SECRET"] = SIGNING_SECRET
    with tempfile.TemporaryDirectory() as folder, FakeBotApi().running() as telegram:
        house = House(Path(folder), extra=extra | {"PEDIDO_TELEGRAM_BASE_URL": telegram.url})
        site.pedido = house.url
        try:
            house.start()
            yield house
        finally:
            house.stop()


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


def take_the_desk(browser: Browser, house: House) -> None:
    window = open_window(browser)
    window.page.goto(f"{house.url}/desk")
    with Books(house.marketplace_url, "demo") as books:
        take_call(window, books, "demo")
    window.say(f"{SAID}, sin dominio, sin complementos")
    expect(window.find("#aloud p")).to_be_visible(timeout=PATIENCE)
    take(window, "desk")
    window.page.close()


def take_the_account(browser: Browser, house: House, slack: FakeSlack) -> None:
    window = open_window(browser)
    window.page.goto(f"{house.url}/account")
    window.knock("demo")
    card = window.find(".chat-card").filter(has_text="Slack")
    card.get_by_role("button", name="Vincular Slack").click(timeout=PATIENCE)
    with SlackChat(house.url, "demo", slack=slack, user="U7001") as chat:
        slack.join(chat.user, "lucia", real_name="Lucía Méndez")
        chat.writes(card.locator(".token code").inner_text())
    expect(card.locator(".asks")).to_be_visible(timeout=PATIENCE)
    take(window, "account")
    window.page.close()


def take(window: Window, name: str) -> None:
    window.page.wait_for_timeout(300)  # until what was said is in sight
    window.page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
