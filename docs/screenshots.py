"""Makes the README's pictures from the running product: `make screenshots`. Needs chromium.

Telegram and Slack cannot be reached: their pictures are drawn from what the product sent to their APIs.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from tests.channels.slack.fake_slack import FakeSlack
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.e2e import slack_chat, telegram_chat
from tests.e2e.browser import ARGUMENTS, CHROMIUM, PATIENCE, PHONE, Window
from tests.e2e.chat import Books
from tests.e2e.house import TOP, House
from tests.e2e.orders import save_card
from tests.e2e.site import Site, serving
from tests.e2e.slack_chat import SlackChat
from tests.e2e.telegram_chat import TelegramChat
from tests.e2e.test_desk import take_call

PICTURES = TOP / "docs/pictures"
TALL, LOW = ViewportSize(width=480, height=620), ViewportSize(width=1200, height=560)
WIDE = ViewportSize(width=1200, height=760)
SAID = "25 Business Premium por un año para Ferretería El Tornillo con la Visa"
COLUMNS = 92
TERMINAL = (
    '<pre style="width: max-content; margin: 0; padding: 1.5em; background: {background};'
    " color: {foreground}; font: 18px/1.5 'DejaVu Sans Mono', monospace\">{code}</pre>"
)
IN_ENGLISH = "12 Microsoft 365 Business Standard, monthly, for Harbor Dental with the Amex"
IN_PORTUGUESE = "10 Business Basic por um ano para a Padaria do Bairro com o Mastercard"


def main() -> int:
    if CHROMIUM is None:
        sys.stderr.write("No chromium here: install it, e.g. `apt-get install chromium`.\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    shop = Site((TOP / "docs/site.html").read_text(encoding="utf-8"), styles="'unsafe-inline'")
    with (
        slack_chat.running() as slack,
        FakeBotApi().running() as telegram,
        serving(shop) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        connected = telegram_chat.settings(telegram) | slack_chat.settings(slack)
        with opened_house(site, connected) as house:
            take_the_chat(browser, house)
            take_the_widget(browser, site)
            take_the_terminal(browser, house)
            draw_telegram(browser, house, telegram)
            draw_slack(browser, house, slack)
            take_the_desk(browser, house)
            take_the_account(browser, house, slack)
        browser.close()
    return 0


@contextmanager
def opened_house(site: Site, connected: dict[str, str]) -> Iterator[House]:
    """Everything that can be connected is."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder), extra=connected | {"PEDIDO_WIDGET_ORIGINS": site.origin})
        site.pedido = house.url
        with house.running():
            yield house


def open_page(browser: Browser, size: ViewportSize = WIDE) -> Page:
    """A sharp one; bubbles do not move while they are photographed."""
    return browser.new_page(viewport=size, device_scale_factor=1.5, locale="es", reduced_motion="reduce")


def open_window(browser: Browser) -> Window:
    return Window(open_page(browser))


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


def take_the_terminal(browser: Browser, house: House) -> None:
    """What ``make talk`` prints, in its colours."""
    colours = ["env", "FORCE_COLOR=1", f"COLUMNS={COLUMNS}"]
    talk = [
        sys.executable,
        "-m",
        "bot.talk",
        "--url",
        house.url,
        "--login",
        "cloudpeak",
        "--password",
        "demo",
    ]
    said = f"{IN_ENGLISH}\nwhat if yearly?\n/ticket\n"
    talked = subprocess.run(colours + talk, input=said, cwd=TOP, capture_output=True, text=True, check=True)
    paper = Console(record=True, width=COLUMNS, file=io.StringIO())
    paper.print(Text.from_ansi(f"$ make talk\n{talked.stdout}".rstrip()))
    page = open_page(browser)
    page.set_content(paper.export_html(theme=MONOKAI, inline_styles=True, code_format=TERMINAL))
    page.locator("pre").screenshot(path=PICTURES / "terminal.png")
    page.close()


def draw_telegram(browser: Browser, house: House, telegram: FakeBotApi) -> None:
    with TelegramChat(house.url, "cloudpeak", telegram=telegram, user_id=7002) as chat:
        chat.link()
        chat.clear_the_table()
        chat.catch_up()
        since = len(chat.phone.screen)
        chat.say(IN_ENGLISH)
        draw(open_page(browser, TALL), "telegram", chat.phone.screen[since:])


def draw_slack(browser: Browser, house: House, slack: FakeSlack) -> None:
    with Books(house.marketplace_url, "nuvem") as books:
        save_card(books.new_card_page())
    with SlackChat(house.url, "nuvem", slack=slack, user="U7003") as chat:
        chat.link()
        since = len(chat.heard())
        chat.say(IN_PORTUGUESE)
        house.wait_until(lambda: "A confirmar" in str(slack.homes.get(chat.user)), "at home", seconds=10)
        shown = {"home": slack.homes[chat.user], "posts": chat.heard()[since:]}
        draw(open_page(browser, LOW), "slack", shown | {"person": "Bia Campos", "asked": IN_PORTUGUESE})


def draw(page: Page, name: str, sent: Any) -> None:
    page.goto((TOP / f"docs/{name}.html").as_uri())
    page.evaluate("sent => draw(sent)", sent)
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


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
