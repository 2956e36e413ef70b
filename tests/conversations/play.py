"""One conversation of the set, played by a person who answers as the file says, and what must come of it."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.chat import Chat

SET = Path(__file__).parent
USUAL_LOGIN = {"es": "demo", "en": "cloudpeak", "pt": "nuvem"}


@dataclass(frozen=True)
class Conversation:
    """``say`` as in the file; ``orders`` are the orders it must end in, none when nothing may be ordered.

    ``on_every_door``: one of the ten that are also had in the chat platforms and at the phone desk.
    """

    name: str
    language: str
    kind: str
    login: str
    held_out: bool
    say: tuple[Any, ...]
    orders: tuple[Mapping[str, Any], ...]
    on_every_door: bool = False

    @property
    def path(self) -> str:
        return f"{self.language}/{self.kind}/{self.name}"


@dataclass
class Played:
    """What happened. ``references`` are our ids of the placed orders, each with the total of its review."""

    conversation: Conversation
    problems: list[str] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    asked_again: int = 0
    references: dict[str, Any] = field(default_factory=dict)
    placed: list[dict[str, Any]] = field(default_factory=list)  # as they stand in the books


def conversations() -> Iterator[Conversation]:
    """The whole set, in the order of the files."""
    for path in sorted(SET.glob("*/*.yml")):
        language = path.parent.name
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            orders = entry["orders"] if "orders" in entry else [entry["order"]]
            yield Conversation(
                name=entry["name"],
                language=language,
                kind=path.stem,
                login=entry.get("login", USUAL_LOGIN[language]),
                held_out=entry.get("held_out", False),
                say=tuple(entry["say"]),
                orders=tuple(order for order in orders if order != "none"),
                on_every_door=entry.get("on_every_door", False),
            )


@dataclass
class Person:
    """Says the items of one conversation; stops at the first thing that cannot be said."""

    chat: Chat
    played: Played
    review_total: Any = None

    def say_all(self) -> None:
        for item in self.played.conversation.say:
            if not self._one(item if isinstance(item, dict) else {"say": item}):
                return

    def _one(self, item: dict[str, Any]) -> bool:
        if "answer" in item:
            return self._answer(dict(item["answer"]))
        before = self.chat.last.awaiting if self.chat.replies else None
        if "press" in item:
            if not self._press(item["press"]):
                return False
        else:
            self._say(str(item["say"]))
        self._check(item, before)
        return True

    def _answer(self, answers: dict[str, Any]) -> bool:
        """Each answer when its question comes, whatever the order; what is never asked stays unsaid."""
        while (awaiting := self.chat.last.awaiting) in answers:
            answer = answers.pop(awaiting)
            if not self._one(answer if isinstance(answer, dict) else {"say": answer}):
                return False
        return True

    def _say(self, text: str) -> None:
        self.played.transcript.append(f"> {text}")
        self._timed(lambda: self.chat.say(text))

    def _press(self, word: str) -> bool:
        titles = [title for title in self.chat.last.buttons if word.casefold() in title.casefold()]
        if not titles:
            self.played.problems.append(f"no button {word!r} among {list(self.chat.last.buttons)}")
            return False
        self.played.transcript.append(f"> [{titles[0]}]")
        self._timed(lambda: self.chat.press(titles[0]))
        return True

    def _timed(self, send: Any) -> None:
        began = time.monotonic()
        reply = send()
        self.played.seconds.append(time.monotonic() - began)
        self.played.transcript += [f"    {line}" for line in reply.text.splitlines()]
        self.played.transcript.append(f"    == {reply.awaiting} {list(reply.buttons)}")
        order = reply.order or {}
        if not reply.text.strip():
            self.played.problems.append("silence")
        if reply.awaiting == "confirm":
            self.review_total = order.get("total")
        reference = order.get("reference")
        if reference and reference not in self.played.references:
            self.played.references[reference] = self.review_total

    def _check(self, item: Mapping[str, Any], before: str | None) -> None:
        reply = self.chat.last
        wanted = item.get("answer_has", [])
        for words in [wanted] if isinstance(wanted, str) else wanted:
            if words.casefold() not in reply.text.casefold():
                self.played.problems.append(f"{words!r} is not in the answer to {item['say']!r}")
        if "awaiting" in item:
            if reply.awaiting != item["awaiting"]:
                self.played.problems.append(
                    f"awaits {reply.awaiting}, not {item['awaiting']}, after {item['say']!r}"
                )
        elif reply.awaiting and reply.awaiting == before != "confirm" and not wanted:
            self.played.asked_again += 1
