"""A new customer, and what a message says about one."""

from __future__ import annotations

from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.newcomer import HeardCustomer, Situation, read_customer
from bot.ordering.outcome import Outcome
from bot.ordering.reading import Sentence, listen
from tests.ordering import shops

ANA = Contact("Ana", "Ruiz", "ana@tacos.mx", "+525512345678")
HERE = Address("Av. Juárez 12", "06050", "CDMX", "", "MX")
KNOWN = NewCustomer("Tacos El Güero", AccountType.COMMERCIAL, HERE, ANA)
NAMED = NewCustomer("Tacos El Güero")


def read(text: str, step: Step | None, known: NewCustomer | None, home: str = "MX") -> HeardCustomer:
    return read_customer(text, Situation(step, known, home, lambda start, end: False))


def hear(text: str, step: Step | None = None, new: NewCustomer | None = None) -> Heard:
    return shops.hear(text, step, Draft(new_customer=new))


def described(text: str, step: Step | None = None, new: NewCustomer | None = None) -> NewCustomer:
    newcomer = hear(text, step, new).newcomer
    assert newcomer is not None
    return merged(new or NewCustomer(), newcomer, "MX")


def told(*messages: str) -> NewCustomer:
    """Who is new after all that was said from the beginning of a conversation."""
    shop, after, step = shops.shop(), Outcome(Draft()), None
    for text in messages:
        heard = listen(Sentence(text, shops.entities(text), shop, after.draft, step, "order"))
        after = decide(Message(heard, "order", text, step), after.draft, after.questions, shop)
        step = after.next_step(shop.catalog)
    return after.draft.new_customer or NewCustomer()
