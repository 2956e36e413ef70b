"""Of two names in a block one is the customer's and one a person's, whichever stands first."""

from __future__ import annotations

import pytest

from bot.ordering.customer import AccountType, Contact, NewCustomer
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity
from bot.ordering.reading import Sentence, listen
from tests.ordering import shops
from tests.ordering.newcomers import KNOWN, described, hear

WHERE = "22 Long Street\nCape Town 8001\nSouth Africa"


@pytest.mark.parametrize(
    "text",
    [
        f"new customer\nThabo Nkosi\nCape Crafts\n{WHERE}\nthabo@capecrafts.co.za",
        f"new customer\nCape Crafts\nThabo Nkosi\n{WHERE}\nthabo@capecrafts.co.za",
        f"new customer\nthabo@capecrafts.co.za\nCape Crafts\nThabo Nkosi\n{WHERE}",
        f"new customer\n{WHERE}\nCape Crafts\nThabo Nkosi\nthabo@capecrafts.co.za",
        "new customer: Thabo Nkosi, thabo@capecrafts.co.za, Cape Crafts",
        f"new customer, Cape Crafts, attn Thabo Nkosi\n{WHERE}\ntnkosi@capecrafts.co.za",
    ],
)
def test_the_address_tells_who_is_a_person(text: str) -> None:
    new = described(text)
    assert (new.name, new.admin.name) == ("Cape Crafts", "Thabo Nkosi")


def test_who_has_no_company_is_their_own_contact() -> None:
    new = described("cliente nuevo, Luis Gil, luis@muebles.mx, 55 1234 5678")
    assert (new.name, new.admin) == ("Luis Gil", Contact("Luis", "Gil", "luis@muebles.mx", "+525512345678"))
    assert described("cliente nuevo Muebles Pino, luis@muebles.mx").admin.name == ""


def test_a_personal_one_is_no_company() -> None:
    new = described("new customer, personal one not company. Name is Tan Mei Hua")
    assert (new.name, new.type) == ("Tan Mei Hua", AccountType.PERSONAL)


@pytest.mark.parametrize("text", ["também mais pra frente", "the same card", "igual que antes"])
def test_the_same_is_no_contact_where_none_is_asked_for(text: str) -> None:
    heard = hear(text, Step.DOMAIN, KNOWN).newcomer
    assert heard is None or heard.same == {}
    told = hear("el mismo contacto para todo", Step.TERM, KNOWN).newcomer
    assert told is not None
    assert len(told.same) == 2


def test_a_street_with_its_own_number_is_no_label() -> None:
    text = "new customer Mei Shop, Blk 212 Bedok North Street 1 #05-147, Singapore 460212"
    assert described(text, None, NewCustomer()).address.street == "Blk 212 Bedok North Street 1 #05-147"


@pytest.mark.parametrize(
    "text", ["cliente nuevo, 10 premium, dominio a-b.cl", "new customer, 10 premium, domain a-b.io"]
)
def test_what_is_said_to_be_a_domain_is_nobodys_name(text: str) -> None:
    name = text.split()[-1]
    domain = Entity("domain", name, text.index(name), len(text))
    heard = listen(Sentence(text, [*shops.entities(text), domain], shops.shop(), Draft(), None, "order"))
    assert heard.newcomer is not None
    assert (heard.newcomer.name, heard.domains.names[0].text) == ("", name)
