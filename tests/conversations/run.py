"""Plays the whole conversation set against the real processes and holds the orders against the books.

`make test-conversations`, or `python -m tests.conversations.run es/guided` for a part of it.
Failures of held-out conversations are counted and never shown: they measure what was not tuned for.
"""

import argparse
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from tests.conversations.play import Conversation, Person, Played, conversations
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.orders import lines

ENOUGH = 0.98
AT_ONCE = 3
LOGINS = ("demo", "cloudpeak", "nuvem")
# This reseller has no card yet; the conversations pay with one.
NEW_CARD = {"name": "Nuvem Sul", "number": "4111 1111 1111 1111", "exp": "12/2031", "csc": "123"}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.conversations.run", description=__doc__)
    parser.add_argument(
        "part", nargs="?", default="", help='only paths with this in them, e.g. "pt/" or "guided"'
    )
    parser.add_argument("--at-once", type=int, default=AT_ONCE, help="conversations at the same time")
    options = parser.parse_args()
    chosen = [each for each in conversations() if options.part in each.path]
    return report([each for batch in batches(chosen) for each in play_all(batch, options.at_once)])


def batches(chosen: Iterable[Conversation]) -> list[list[Conversation]]:
    """A marketplace sells each domain once: who wants one that is gone has a house of their own."""
    found: list[tuple[set[str], list[Conversation]]] = []
    for each in chosen:
        wanted = {name for order in each.orders for name in order.get("domains", {})}
        batch = next((one for one in found if not wanted & one[0]), None)
        if batch is None:
            found.append(batch := (set(), []))
        batch[0].update(wanted)
        batch[1].append(each)
    return [conversations for _, conversations in found]


def play_all(conversations: Sequence[Conversation], at_once: int) -> list[Played]:
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        try:
            house.start()
            books = {login: Books(house.marketplace_url, login) for login in LOGINS}
            save_card(house, "nuvem")
            with ThreadPoolExecutor(at_once) as people:
                played = list(people.map(lambda each: play(house, each), conversations))
            audit(played, books)
        finally:
            house.stop()
    return played


def save_card(house: House, login: str) -> None:
    """Through the marketplace's hosted page, as the reseller would."""
    with Books(house.marketplace_url, login) as books:
        page = books.new_card_page()
    httpx.post(page, data=NEW_CARD).raise_for_status()


def play(house: House, conversation: Conversation) -> Played:
    played = Played(conversation)
    try:
        chat = Chat(house.url, conversation.login, conversation=f"set-{abs(hash(conversation.path))}")
        Person(chat, played).say_all()
    except httpx.HTTPError as error:
        played.problems.append(f"{type(error).__name__}: {error}")
    return played


def audit(played: Sequence[Played], books: Mapping[str, Books]) -> None:
    """Hold what each conversation should have ordered against the marketplace's own books."""
    customers = {}
    cards = {}
    placed: dict[str, dict[str, Any]] = {}
    for login, book in books.items():
        customers |= {each["id"]: each["name"] for each in book.customers()}
        cards |= {each["id"]: each["last4"] for each in book.get("/ext/payment-methods")["data"]}
        for order_id in book.order_ids():
            order = book.order(order_id)
            placed[order["poNumber"]] = order | {"login": login}
    for each in played:
        mine = [placed.pop(reference) for reference in each.references if reference in placed]
        each.placed = mine
        if len(mine) != len(each.conversation.orders):
            each.problems.append(f"{len(mine)} orders instead of {len(each.conversation.orders)}")
        for expected, order in zip(each.conversation.orders, mine, strict=False):
            each.problems += differences(expected, order, customers, cards)
            if order["total"] != each.references[order["poNumber"]]:
                each.problems.append(f"total {order['total']}, not as in the review")
    if placed:
        raise AssertionError(f"orders that no conversation confirmed: {sorted(placed)}")


def differences(
    expected: Mapping[str, Any],
    order: Mapping[str, Any],
    customers: Mapping[str, str],
    cards: Mapping[str, str],
) -> list[str]:
    """What is not as expected in an order of the books."""
    wanted = {(expected["plan"], expected["quantity"], expected["term"])}
    wanted |= {(mpn, number, expected["term"]) for mpn, number in expected.get("add_ons", {}).items()}
    domains = expected.get("domains", {})
    wanted |= {("DOM-" + name.partition(".")[2].upper().replace(".", "-"), 1, "year") for name in domains}
    found = []
    if lines(order) != wanted:
        found.append(f"lines {sorted(lines(order))}, not {sorted(wanted)}")
    if expected["customer"] not in customers[order["customerId"]]:
        found.append(f"for {customers[order['customerId']]}, not {expected['customer']}")
    if cards[order["attributes"]["paymentMethod"]] != expected["card"]:
        found.append(f"paid with {cards[order['attributes']['paymentMethod']]}, not {expected['card']}")
    if actions(order) != domains:
        found.append(f"domains {actions(order)}, not {domains}")
    return found


def actions(order: Mapping[str, Any]) -> dict[str, str]:
    """Domain name -> register or transfer, of every domain line."""
    found = {}
    for line in order["products"]:
        facts = {each["name"]: each["value"] for each in line.get("parameters", [])}
        if "action" in facts:
            found[facts["domain"]] = facts["action"]
    return found


def report(played: Sequence[Played]) -> int:
    for each in played:
        if each.problems and not each.conversation.held_out:
            print(f"\n--- {each.conversation.path}", *each.problems, *each.transcript, sep="\n")
    languages = sorted({each.conversation.language for each in played})
    scores: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for each in played:
        for row in (each.conversation.kind, "held out" if each.conversation.held_out else "seen", "all"):
            for column in (each.conversation.language, "all"):
                scores[row, column][not each.problems] += 1
    rows = [*sorted({row for row, _ in scores} - {"held out", "seen", "all"}), "seen", "held out", "all"]
    print(f"\n{'':24}", *(f"{column:>8}" for column in [*languages, "all"]))
    for row in rows:
        cells = [scores[row, column] for column in [*languages, "all"]]
        print(f"{row:24}", *(f"{cell[True]:>4}/{cell.total():<3}" for cell in cells))
    seconds = sorted(second for each in played for second in each.seconds)
    print(f"\nuser messages per order (median): {messages_per_order(played)}")
    print(f"questions asked again: {sum(each.asked_again for each in played)} in {len(seconds)} messages")
    slow = seconds[len(seconds) * 95 // 100]
    print(f"time of an answer: median {statistics.median(seconds):.2f} s, p95 {slow:.2f} s")
    share = sum(not each.problems for each in played) / len(played)
    print(f"as expected: {share:.1%} (enough: {ENOUGH:.0%})")
    return 0 if share >= ENOUGH else 1


def messages_per_order(played: Sequence[Played]) -> dict[str, float]:
    counts: dict[str, list[int]] = defaultdict(list)
    for each in played:
        if len(each.conversation.orders) == 1 and not each.problems:
            counts[each.conversation.kind].append(len(each.seconds))
    return {kind: statistics.median(numbers) for kind, numbers in sorted(counts.items())}


if __name__ == "__main__":
    sys.exit(main())
