"""A new customer pasted in one block together with an order, and what of it is no name."""

from __future__ import annotations

import pytest

from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.deciding.new_customer import merged
from tests.ordering import shops
from tests.ordering.newcomers import described, hear

DATA = "Kettle Brewing LLC, EIN 84-1234567, contact Tobias Wren, tobias@kettle.example, +1 303 555 0178"
WHERE = "1410 Larimer St, Denver, CO 80202, USA"
TOBIAS = Contact("Tobias", "Wren", "tobias@kettle.example", "+13035550178")
DENVER = Address("1410 Larimer St", "80202", "Denver", "CO", "US")


@pytest.mark.parametrize(
    "announced",
    [
        "company is new w/ us:",
        "the company's new with us:",
        "new company:",
        "they're a new company,",
        "register this company:",
        "set up this company for me:",
        "please add this customer for us:",
        "dame de alta esta empresa:",
        "da de alta a este cliente:",
        "registra esta empresa:",
        "es una empresa nueva:",
        "cadastra essa empresa pra mim:",
        "cadastre esse cliente para nós:",
        "empresa nova:",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_company_is_announced_in_many_ways(announced, before):
    order = "16 business premium yearly"
    text = (
        f"{order}. {announced} {DATA}, {WHERE}"
        if before
        else f"{announced} {DATA}, {WHERE}. they need {order}"
    )
    heard = hear(text)
    assert heard.newcomer is not None
    assert (heard.plans, heard.quantity, heard.term) == (("BP",), "16", "year")
    assert (heard.customers, heard.unknown_customer) == ((), None)
    assert merged(NewCustomer(), heard.newcomer, "US") == NewCustomer(
        "Kettle Brewing LLC", AccountType.COMMERCIAL, DENVER, TOBIAS
    )


@pytest.mark.parametrize(
    ("announced", "type_"),
    [
        ("register this company: Kettle Brewing", AccountType.COMMERCIAL),
        ("dame de alta esta empresa: Kettle Brewing", AccountType.COMMERCIAL),
        ("cadastra essa pessoa: Kettle Brewing", AccountType.PERSONAL),
    ],
)
def test_who_announces_a_company_has_said_the_kind(announced, type_):
    new = described(announced)
    assert (new.name, new.type) == ("Kettle Brewing", type_)


@pytest.mark.parametrize(
    ("text", "address", "contact"),
    [
        (
            "new customer, private person\nDelphine Okafor\ndelphine@mail.example\n+1 617 555 0142\n"
            "88 Marlborough St Apt 3\nBoston, MA 02116\nUSA\n"
            "wants 2 business basic yearly, put it on the visa",
            Address("88 Marlborough St, Apt 3", "02116", "Boston", "MA", "US"),
            Contact("", "", "delphine@mail.example", "+16175550142"),
        ),
        (
            "cliente nuevo, persona fisica\nDelphine Okafor\nRFC QUPR850614KL2\ndelphine@mail.example\n"
            "tel 55 4312 8890\nCalle Durango 218, Roma Norte, Ciudad de México, CDMX, CP 06700\nMéxico\n"
            "quiere 2 business basic anual, la pago con visa",
            Address("Calle Durango 218, Roma Norte", "06700", "Ciudad de México", "CDMX", "MX"),
            Contact("", "", "delphine@mail.example", "+525543128890"),
        ),
        (
            "cliente novo, pessoa fisica\nDelphine Okafor\nCPF 529.982.247-25\ndelphine@mail.example\n"
            "+55 51 99812 3344\nRua dos Andradas 1234, Centro Histórico, Porto Alegre, RS, 90020-008\n"
            "Brasil\nquer 2 business basic anual, no visa",
            Address("Rua dos Andradas 1234, Centro Histórico", "90020-008", "Porto Alegre", "RS", "BR"),
            Contact("", "", "delphine@mail.example", "+5551998123344"),
        ),
    ],
)
@pytest.mark.parametrize("kind", [True, False])
def test_an_address_may_stand_behind_a_person_s_values(text, address, contact, kind):
    heard = hear(text if kind else text.replace(text[text.index(",") : text.index("\n")], ""))
    assert heard.newcomer is not None
    assert (heard.plans, heard.quantity, heard.term) == (("BB",), "2", "year")
    new = merged(NewCustomer(), heard.newcomer, "MX")
    assert (new.name, new.address) == ("Delphine Okafor", address)
    assert (new.admin.email, new.admin.phone) == (contact.email, contact.phone)
    assert new.admin.name.strip() in ("", "Delphine Okafor")


@pytest.mark.parametrize(
    "text",
    [
        "Got a brand-new client that isn't in the system yet. They need Business Basic for 5 people",
        "new customer who just opened, 5 business basic",
        "new client from austin and he wants 5 business basic",
        "tenho um cliente novo aqui de fortaleza e ele quer 5 business basic",
        "cliente novo que abriu agora, 5 business basic",
        "tengo un cliente nuevo de puebla que quiere 5 business basic",
        "tengo un cliente nuevo aquí y necesita 5 business basic",
        "I've a new customer to set up and an order for them in one go if that's all right. 5 business basic",
        "one new client came through reference, some 200 deliveries per day. 5 business basic",
        "new client. Their old backup failed in the floods and they lost everything, so now 5 business basic",
        "I need to set up a new client before lunch, 5 business basic yearly",
        "a new client walked in this morning, they sell bikes, 5 business basic",
        "we have one new customer referred by my cousin, 5 business basic",
        "new client today. 5 business basic",
        "tengo un cliente nuevo para dar de alta y un pedido para ellos, 5 business basic",
        "un cliente nuevo me llegó por recomendación de mi tío, 5 business basic",
        "tengo un cliente nuevo, hacen comida para oficinas, como 200 entregas al día. 5 business basic",
        "cliente novo indicado pelo contador, 5 business basic",
        "um cliente novo, fazem marmita, umas 200 entregas por dia. 5 business basic",
    ],
)
def test_what_is_told_of_somebody_is_not_their_name(text):
    heard = hear(text)
    assert heard.newcomer is not None
    assert (heard.newcomer.is_new, heard.newcomer.name) == (True, "")
    assert (heard.plans, heard.quantity) == (("BB",), "5")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("new customer Tiny Co. They need 5 business basic", "Tiny Co"),
        ("5 business basic para Tacos El Sol que es cliente nuevo", "Tacos El Sol"),
        ("5 business basic for Tiny Toys who is a new customer", "Tiny Toys"),
        ("5 business basic pra Padaria Sol que é um cliente novo", "Padaria Sol"),
        ("new customer Dr. Green Dental. They need 5 business basic", "Dr. Green Dental"),
        ("cliente nuevo Del Valle Sur. Quieren 5 business basic", "Del Valle Sur"),
        ("cliente novo De Paula Ltda. Eles querem 5 business basic", "De Paula Ltda"),
        ("cliente nuevo Sol S.A. de C.V. Quieren 5 business basic", "Sol S.A. de C.V."),
    ],
)
def test_a_name_ends_where_something_is_told_of_them(text, name):
    assert described(text).name == name


@pytest.mark.parametrize(
    ("order", "where"),
    [
        ("les ponemos 9 business basic anual con archiving en todos", "64000, México"),
        ("eles querem 9 business basic anual com archiving em todos", "90160-091, Brasil"),
        ("they need 9 business basic yearly with archiving on all of them", "80202, USA"),
        ("set up 9 business basic yearly with archiving for all", "80202, USA"),
    ],
)
def test_what_follows_the_country_is_the_order(order, where):
    text = (
        f"new company: Kettle Brewing LLC, contact Tobias Wren, tobias@kettle.example, +1 303 555 0178, "
        f"1410 Larimer St, Denver, Colorado {where}. {order}"
    )
    heard = hear(text)
    assert heard.newcomer is not None
    assert (heard.plans, heard.quantity, heard.term) == (("BB",), "9", "year")
    assert [add_on.mpn for add_on in heard.add_ons] == ["ARC"]
    new = merged(NewCustomer(), heard.newcomer, "US")
    assert (new.address.street, new.address.city, new.address.state) == (
        "1410 Larimer St",
        "Denver",
        "Colorado",
    )
    assert (new.admin, new.billing, new.technical) == (TOBIAS, Contact(), Contact())


@pytest.mark.parametrize(
    "text",
    [
        "cliente nuevo, 10 Hosted Exchange Business, anual",
        "new customer. 10 exchange business",
        "novo cliente, 10 hosted exchange business\nanual",
    ],
)
def test_business_behind_a_product_is_no_kind_of_customer(text: str) -> None:
    heard = shops.hear(text).newcomer
    assert heard is not None
    assert heard.type is None


@pytest.mark.parametrize("count", ["12 x", "12"])
def test_a_count_times_a_plan_is_no_name(count):
    order = f"New customer please, {count} Hosted Exchange Basic, billed yearly."
    heard = hear(f"{order}\nCompany: Kettle Brewing LLC")
    assert (heard.plans, heard.quantity, heard.term) == (("HEX",), "12", "year")
    assert heard.newcomer is not None
    assert heard.newcomer.name == "Kettle Brewing LLC"


@pytest.mark.parametrize(
    "text",
    [
        "new customer, personal. Blk 212 Bedok North Street 1, Singapore 460212. Name is Tan Mei Hua. "
        "2 business basic, one Exchange Online Archiving, yearly",
        "cliente nuevo, personal: Tan Mei Hua, Calle Sur 12, Puebla 72000, México. 2 business basic, "
        "un Exchange Online Archiving, anual",
    ],
)
def test_one_of_an_add_on_is_no_part_of_an_address(text: str) -> None:
    heard = shops.hear(text)
    assert [each.mpn for each in heard.add_ons] == ["ARC"]
    assert "Archiving" not in str(heard.newcomer)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, one new client came through reference. They lost everything, so now they want the best one. "
        "Google Workspace Business Starter for 17 systems, yearly.",
        "Hola, llegó un cliente nuevo, quiere algo bueno, dame una. "
        "Google Workspace Business Starter para 17 sistemas, anual.",
    ],
)
def test_a_one_that_ends_its_sentence_counts_no_plan(text: str) -> None:
    heard = shops.hear(text)
    assert (heard.plans, heard.quantity) == (("GST",), "17")
    assert heard.newcomer is None or not heard.newcomer.name
