"""The same ten conversations through every door: the page, the phone desk, Telegram, Slack. All end alike."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest

from tests.channels.slack.fake_slack import FakeSlack
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.conversations.play import Conversation, Person, Played, conversations
from tests.conversations.run import LOGINS, actions, audit, save_card
from tests.e2e import slack_chat, telegram_chat
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.messenger import Messenger
from tests.e2e.orders import lines
from tests.e2e.slack_chat import SlackChat
from tests.e2e.telegram_chat import TelegramChat

pytestmark = pytest.mark.e2e

TEN = [each for each in conversations() if each.on_every_door]
# Who was new at one door is known at the next: there the same conversation is had about somebody else.
NEW = {"web": "Doña Mago", "desk": "Don Beto", "telegram": "La Güera", "slack": "El Primo"}
DOORS = tuple(NEW)
each_conversation = pytest.mark.parametrize("talk", TEN, ids=lambda talk: talk.path)
# A reseller comes in, to have a conversation of this name; in a messenger they have one that goes on.
Enter = Callable[[str, str], Chat]
Runs = dict[tuple[str, str], Played]


@pytest.fixture(scope="module")
def house(
    telegram: FakeBotApi, slack: FakeSlack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    extra = telegram_chat.settings(telegram) | slack_chat.settings(slack)
    with House(tmp_path_factory.mktemp("doors"), extra=extra).running() as house:
        save_card(house, "nuvem")
        yield house


@pytest.fixture(scope="module")
def books(house: House) -> Iterator[dict[str, Books]]:
    with ExitStack() as stack:
        yield {login: stack.enter_context(Books(house.marketplace_url, login)) for login in LOGINS}


@pytest.fixture(scope="module")
def runs(house: House, telegram: FakeBotApi, slack: FakeSlack, books: dict[str, Books]) -> Runs:
    """All forty. Page and desk side by side; the messengers after each other: they share a conversation."""
    users = dict(zip(LOGINS, range(7001, 7004), strict=True))
    found = everybody(
        {
            "web": lambda login, name: Chat(house.url, login, name),
            "desk": lambda login, name: Chat(house.url, login, name, agent="soporte"),
        }
    )
    for login in LOGINS:
        with Chat(house.url, login) as chat:
            hear_of_phone_orders(house, chat, found)
    found |= everybody(
        {"telegram": lambda login, _: TelegramChat(house.url, login, telegram=telegram, user_id=users[login])}
    )
    found |= everybody(
        {"slack": lambda login, _: SlackChat(house.url, login, slack=slack, user=f"U{users[login]}")}
    )
    audit(list(found.values()), books)
    return found


def everybody(doors: dict[str, Enter]) -> Runs:
    """Each reseller at each of these doors, at once."""
    who = [(door, login) for door in doors for login in LOGINS]
    with ThreadPoolExecutor(len(who)) as people:
        runs = people.map(lambda each: one_person(doors[each[0]], *each), who)
    return {
        (door, run.conversation.path): run for (door, _), some in zip(who, runs, strict=True) for run in some
    }


def one_person(enter: Enter, door: str, login: str) -> list[Played]:
    """Their conversations, one after the other."""
    mine = [Played(at_door(door, each)) for each in TEN if each.login == login]
    with ExitStack() as stack:
        chats = [stack.enter_context(enter(login, f"{door}-{number}")) for number in range(len(mine))]
        if isinstance(messenger := chats[0], Messenger):
            messenger.link()
            chats = [messenger] * len(mine)
        for chat, run in zip(chats, mine, strict=True):
            Person(chat, run).say_all()
            if isinstance(chat, Messenger):  # the next one goes on there
                if run.references:
                    chat.hear_of_the_end()
                chat.clear_the_table()
    return mine


def at_door(door: str, talk: Conversation) -> Conversation:
    def renamed(thing: Any) -> Any:
        if isinstance(thing, dict):
            return {key: renamed(value) for key, value in thing.items()}
        return thing.replace(NEW["web"], NEW[door]) if isinstance(thing, str) else thing

    return replace(talk, say=tuple(map(renamed, talk.say)), orders=tuple(map(renamed, talk.orders)))


def hear_of_phone_orders(house: House, chat: Chat, runs: Runs) -> None:
    """The reseller is told of each, in the conversation that the messengers are to go on with."""
    phoned = [
        run for (door, _), run in runs.items() if door == "desk" and run.conversation.login == chat.login
    ]
    wanted = sum(len(run.references) for run in phoned)
    house.wait_until(
        lambda: sum("Mesa de Ayuda" in each["text"] for each in chat.history()) >= wanted,
        f"told of {wanted} orders",
        seconds=20,
    )


def test_they_are_ten_in_three_languages_and_of_every_kind() -> None:
    assert len(TEN) == 10
    assert {talk.language for talk in TEN} == {"es", "en", "pt"}
    kinds = {"one_sentence", "guided", "corrections", "digressions", "new_customer", "cancel_and_restart"}
    assert {talk.kind for talk in TEN} == kinds


@pytest.mark.parametrize("door", DOORS)
@each_conversation
def test_it_ends_in_the_order_that_was_meant(runs: Runs, talk: Conversation, door: str) -> None:
    run = runs[door, talk.path]
    assert run.problems == [], "\n".join(run.transcript)


@each_conversation
def test_it_ends_in_the_same_order_at_every_door(
    runs: Runs, books: dict[str, Books], talk: Conversation
) -> None:
    placed = [
        [essence(order, books[talk.login], door) for order in runs[door, talk.path].placed] for door in DOORS
    ]
    assert [len(orders) for orders in placed] == [len(talk.orders)] * len(DOORS)
    assert all(orders == placed[0] for orders in placed)


def essence(order: dict[str, Any], books: Books, door: str) -> dict[str, Any]:
    customers = {each["id"]: each["name"] for each in books.get("/customers", limit="100")["data"]}
    return {
        "lines": lines(order),
        "total": order["total"],
        "customer": customers[order["customerId"]].replace(NEW[door], NEW["web"]),
        "card": order["attributes"]["paymentMethod"],
        "domains": actions(order),
    }
