"""What the person sees in the terminal: messages, numbered buttons, the ticket."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from bot.talk.api import News
from bot.talk.ticket import ticket_lines

HISTORY = 20


class Screen:
    """Prints the conversation and remembers what can be chosen by number now."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.order: dict[str, Any] | None = None
        self._awaiting: str | None = None
        self._choices: list[dict[str, str]] = []
        self._shown_ticket: list[str] = []

    @property
    def is_live(self) -> bool:
        return self.console.is_terminal

    @property
    def ticket(self) -> list[str]:
        return ticket_lines(self.order)

    def show_history(self, news: News) -> None:
        """The end of what was said before; a script that reads along gets only what is new."""
        said = news.messages[-HISTORY:] if self.is_live else []
        self.show(News(said, news.awaiting, news.order), own_words=True)

    def show(self, news: News, own_words: bool = False) -> None:
        """Print ``news``; the person's own messages only if they are not on the screen yet."""
        self.order, self._awaiting = news.order, news.awaiting
        for message in news.messages:
            if message["author"] == "bot":
                self._show_bot(message)
                continue
            self._choices = []  # whoever says something has answered the last question
            if own_words:
                self.console.print(Text(f"› {message['text']}", style="bold cyan"))
        if not self.is_live and self.ticket and self.ticket != self._shown_ticket:
            self.show_ticket()

    def show_ticket(self) -> None:
        self._shown_ticket = self.ticket
        for line in self.ticket or ["(no order yet)"]:
            self.console.print(Text(f"| {line}", style="dim"), soft_wrap=True)

    def note(self, sentence: str) -> None:
        self.console.print(f"[yellow]{escape(sentence)}[/]", soft_wrap=not self.is_live)

    def chosen(self, typed: str) -> str | None:
        """The opaque id of the button that ``typed`` names, if it names one."""
        number = typed.removeprefix(self._mark)
        if (self._mark and number == typed) or not number.isdecimal():
            return None
        place = int(number) - 1
        return self._choices[place]["button"] if 0 <= place < len(self._choices) else None

    @property
    def _mark(self) -> str:
        # Where a bare number is an answer of its own, a button is chosen with #1.
        return "#" if self._awaiting == "quantity" else ""

    def _show_bot(self, message: dict[str, Any]) -> None:
        text = Text(message["text"])
        self.console.print(Padding(text, (0, 0, 0, 2)) if self.is_live else text, soft_wrap=not self.is_live)
        if message["buttons"]:
            self._choices = [button for button in message["buttons"] if "button" in button]
        for button in message["buttons"]:
            self._show_button(button)

    def _show_button(self, button: dict[str, str]) -> None:
        if "url" in button:
            self.console.print(
                Text.assemble("    → ", (button["title"], "bold"), f": {button['url']}"), soft_wrap=True
            )
            return
        number = f"{self._mark}{self._choices.index(button) + 1}"
        self.console.print(Text.assemble((f"    {number}. ", "bold green"), button["title"]), soft_wrap=True)
