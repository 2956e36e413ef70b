"""A person in front of the page in a real browser, and everything about it that must not happen."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Frame, Locator, Page, expect

TOP = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]
PHONE = {"width": 390, "height": 780}
# What blinks for ever (somebody is typing) is not waited for.
ARRIVED = """() => Promise.allSettled(document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().iterations !== Infinity)
    .map((each) => each.finished))"""
PATIENCE = 20_000  # milliseconds, on a busy machine
MOST_TURNS = 20


@dataclass
class Window:
    """The page, or the frame that shows it on another site."""

    page: Page
    frame: Frame | None = None
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def view(self) -> Page | Frame:
        return self.frame or self.page

    def watch(self, *origins: str) -> None:
        """Note every request that leaves these origins, and all that the browser complains about."""

        def note(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.complaints.append(message.text)

        def look(address: str) -> None:
            if not address.startswith((*origins, "data:")):
                self.elsewhere.append(address)

        self.page.on("console", note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: look(request.url))
        self.page.on("websocket", lambda socket: look(socket.url.replace("ws", "http", 1)))

    def find(self, selector: str) -> Locator:
        return self.view.locator(selector)

    @property
    def field(self) -> Locator:
        """Where the next message is written, masked or not."""
        return self.find(".composer :is(textarea, input):visible")

    @property
    def awaiting(self) -> str:
        return self.find(".composer").get_attribute("data-awaiting") or ""

    @property
    def messages(self) -> list[str]:
        """What can be read, each message after who said it."""
        return self.find(".log .bubble").all_inner_texts()

    @property
    def answers(self) -> Locator:
        return self.find(".log .message.bot:not(:has(.typing))")

    def knock(self, login: str) -> None:
        """Sign in at the door of any page."""
        self.find("[name=login]").fill(login)
        self.find("[name=password]").fill("demo")
        self.find("[name=password]").press("Enter")

    def sign_in(self, login: str) -> None:
        self.knock(login)
        expect(self.field).to_be_visible(timeout=PATIENCE)
        expect(self.find("#link")).to_be_hidden(timeout=PATIENCE)

    def say(self, text: str) -> str:
        """Type it, send it, and read the last thing that the bot says to it."""
        return self._turn(lambda: (self.field.fill(text), self.field.press("Enter")))

    def press(self, title: str) -> str:
        button = self.find(".choices button").filter(has_text=title)
        return self._turn(lambda: button.first.click())

    def _turn(self, act: Any) -> str:
        before = self.answers.count()
        act()
        expect(self.answers.nth(before)).to_be_visible(timeout=PATIENCE)
        expect(self.find(".typing")).to_have_count(0, timeout=PATIENCE)
        return self.answers.last.inner_text()

    def order_by(self, answers: Mapping[str, str]) -> None:
        """Answer what is asked until the review is there."""
        for _ in range(MOST_TURNS):
            if self.awaiting == "confirm":
                return
            assert self.awaiting in answers, f"{self.awaiting} was not expected after {self.messages[-1]}"
            self.say(answers[self.awaiting])
        raise AssertionError(f"no review after {MOST_TURNS} answers: {self.messages[-1]}")

    def confirm(self) -> None:
        assert self.awaiting == "confirm"
        title = self.find(".choices button").first.inner_text()
        self.press(title)


def serious_findings(view: Page | Frame) -> list[str]:
    """What axe-core calls serious or critical in this document, once its messages have faded in."""
    view.evaluate(ARRIVED)
    view.evaluate((TOP / "web/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    found = view.evaluate("async () => (await axe.run(document, {iframes: false})).violations")
    return [
        f"{each['id']}: {node['html'][:150]}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
