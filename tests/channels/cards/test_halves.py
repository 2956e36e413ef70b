"""Card numbers over several messages are found and masked in all; other numbers are left alone."""

import random
import re
from collections.abc import Sequence

import pytest

from bot.channels.cards.halves import SECONDS, Halves, begins_card
from bot.channels.conversation import Gateway, Person
from bot.ledger import Ledger
from tests.channels.cards.with_cards import BRANDS, card_number, in_groups
from tests.channels.cards.without_cards import messages_without_cards
from tests.channels.fakes import FakeEngine
from tests.channels.test_conversation import Talk
from tests.channels.test_secrets_stay_secret import everything_in

SEED = 20261127
SAID_BEFORE = ["{}", "mi tarjeta es {}", "empieza {}", "first part {}", "começa com {}"]
SAID_AFTER = ["{}", "y {}", "sigue {}", "and then {}", "e {}, vence 12/30", "{} cvv 123"]


def is_found(messages: Sequence[str]) -> bool:
    """Whether the last of the messages completes a card of all of them."""
    halves = Halves()
    for place, message in enumerate(messages):
        found = halves.completed_by("c", str(place), message)
        halves.keep("c", str(place), f"receipt {place}", message)
    return len(found) == len(messages) - 1


def in_pieces(draw: random.Random, number: str) -> list[str]:
    """The number in two or three messages, cut between its groups or anywhere."""
    parts = in_groups(number) if draw.random() < 0.6 else list(number)
    some = draw.choice([2, 2, 3])
    cuts = sorted(draw.sample(range(1, len(parts)), min(some - 1, len(parts) - 1)))
    sign = draw.choice([" ", "-", ""]) if len(parts) < 8 else ""
    return [sign.join(parts[start:end]) for start, end in zip([0, *cuts], [*cuts, len(parts)], strict=True)]


def test_of_500_numbers_in_pieces_at_least_95_in_100_are_found() -> None:
    draw, missed = random.Random(SEED), []
    for place in range(500):
        number = card_number(draw, *draw.choice(BRANDS[list(BRANDS)[place % len(BRANDS)]]))
        first, *rest = in_pieces(draw, number)
        later = [*rest[:-1], draw.choice(SAID_AFTER).format(rest[-1])]
        messages = [draw.choice(SAID_BEFORE).format(first), *later]
        missed += [] if is_found(messages) else [messages]
    assert len(missed) <= 25, missed[:10]


def test_of_20000_pairs_of_other_numbers_at_most_one_in_two_hundred_makes_a_card() -> None:
    some = [message for _, message in messages_without_cards(random.Random(SEED), 20_000)]
    random.Random(SEED).shuffle(some)
    taken = [pair for pair in zip(some, some[1:], strict=False) if is_found(pair)]
    assert len(taken) <= 100, taken[:10]


def test_a_postal_code_and_then_a_phone_make_no_card() -> None:
    draw = random.Random(SEED)
    for _ in range(2000):
        code = f"{draw.randint(10000, 99999)}-{draw.randint(0, 999):03}"
        phone = f"({draw.randint(11, 99)}) 9{draw.randint(1000, 9999)}-{draw.randint(0, 9999):04}"
        assert not is_found([f"Rua A 12, Belém PA, {code}", f"Ana Lima, ana@lima.example, {phone}"])


def test_the_first_half_is_forgotten_after_two_minutes() -> None:
    now = [0.0]
    halves = Halves(lambda: now[0])
    halves.keep("c", "1", "r", "4111 1111")
    now[0] = SECONDS - 1
    assert halves.completed_by("c", "2", "1111 1111")
    now[0] = SECONDS + 1
    assert not halves.completed_by("c", "2", "1111 1111")


def test_halves_of_two_conversations_are_no_card() -> None:
    halves = Halves()
    halves.keep("a", "1", "r", "4111 1111")
    assert not halves.completed_by("b", "2", "1111 1111")


@pytest.mark.parametrize("text", ["mi tarjeta es 4111 1111", "my card is 411111", "o cartão é 5555 5555 5"])
def test_what_is_said_to_be_a_card_is_one_from_six_digits_on(text: str) -> None:
    assert begins_card(text, "quantity")


@pytest.mark.parametrize(
    ("text", "awaiting"),
    [
        ("4111 1111", "quantity"),
        ("4111 1111", None),
        ("la tarjeta que termina en 424242", "payment"),
        ("4242", "payment"),
        ("visa 4242", "payment"),
        ("+52 55 1234 5678", "payment"),
        ("450012", "customer"),
        ("10 dropbox for Riverside, Oakland, CA 94607. Jane Doe, (510) 653-3394. Same for all. Amex", None),
        ("contacto Ana Ruiz, 55 1234 5678, con la visa", "contact_admin"),
        ("paga la visa, tel 5512345678", "customer"),
        ("Cidade: Belo Horizonte\nEstado: MG\nCEP: 30130-005", "customer_name"),
    ],
)
def test_other_numbers_begin_no_card(text: str, awaiting: str | None) -> None:
    assert not begins_card(text, awaiting)


@pytest.fixture
def talk(gateway: Gateway, person: Person) -> Talk:
    return Talk(gateway, person)


async def test_both_halves_are_masked_and_answered_like_a_card(
    talk: Talk, gateway: Gateway, person: Person, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    await talk.say("4111 1111")
    await talk.say("1111 1111, cvv 123")
    conversation = await gateway.open(person, "main")
    said = await ledger.conversations.since(conversation.id, 0)
    assert [one.text for one in said if one.author == "person"] == ["•••• ••••", "•••• ••••, cvv •••"]
    assert fake_engine.texts[1] == "/card_number"


async def test_no_half_lies_in_the_ledger(talk: Talk, fake_engine: FakeEngine, database: str) -> None:
    fake_engine.answers["4539 5787"] = [{"text": "?"}]
    await talk.say("4539 5787")
    await talk.say("6362 1486")
    kept = everything_in(database)
    assert not any(part in kept for part in ("4539 5787", "6362 1486"))


async def test_where_one_pays_a_beginning_never_reaches_the_engine(
    talk: Talk, fake_engine: FakeEngine, database: str
) -> None:
    fake_engine.answers["hola"] = [{"text": "?"}, {"custom": {"awaiting": "payment", "order": None}}]
    await talk.say("hola")
    await talk.say("4539 5787")
    await talk.say("6362 1486")
    assert fake_engine.texts[-2:] == ["/card_number", "/card_number"]
    assert not any(part in everything_in(database) for part in ("4539", "5787", "6362", "1486"))


@pytest.mark.parametrize("text", ["12/30", "123", "vence 12/2030", "exp 12/30 123"])
async def test_what_follows_a_card_is_masked_where_no_number_is_awaited(
    text: str, talk: Talk, fake_engine: FakeEngine, database: str
) -> None:
    await talk.say("4111 1111 1111 1111")
    await talk.say(text)
    assert fake_engine.texts == ["/card_number", "/card_number"]
    # As a word of its own: an id such as "01M8...N7123BRX" may hold three digits.
    assert re.search(rf"(?<!\w){re.escape(text)}(?!\w)", everything_in(database)) is None


@pytest.mark.parametrize("text", ["4242", "la 4242", "25", "12"])
async def test_the_ending_of_a_saved_card_can_be_said_after_a_card(
    text: str, talk: Talk, fake_engine: FakeEngine
) -> None:
    await talk.say("4111 1111 1111 1111")
    await talk.say(text)
    assert fake_engine.texts[-1] == text


async def test_a_half_that_is_delivered_twice_is_one_half(talk: Talk, fake_engine: FakeEngine) -> None:
    await talk.say("4111 1111", event_id="once")
    await talk.say("4111 1111", event_id="once")
    await talk.say("1111 1111")
    assert fake_engine.texts == ["4111 1111", "/card_number"]
