"""A new customer in a whole letter: greeting, who they are, what they want, who signs; and in plain talk."""

from __future__ import annotations

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.customer import AccountType, Address, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Draft, Step
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop
from tests.ordering import shops
from tests.ordering.newcomers import described, hear, read, told

HOSTING = {"LB": "Linux Hosting Basic", "LNX": "Linux Hosting Pro", "WIN": "Windows Hosting Standard"}


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        (
            "Dear Sir/Ma,\n\nPlease set up a new customer, Mr. Olumide Fashakin (private individual), "
            "8 Adeola Odeku Street, Victoria Island, Lagos 101241, Nigeria. E-mail ola@f.example, "
            "phone +234 803 412 7765.\nHe requires Microsoft 365 Business Basic for 2 users, yearly.\n"
            "Login details should come to me.\n\nRegards,\nBlessing",
            *("Olumide Fashakin", "Lagos"),
        ),
        (
            "Estimados:\n\nFavor de dar de alta a un cliente nuevo, Lic. Rosa Paz (persona física), "
            "Calle Luna 3, 44100 Guadalajara. Correo rosa@paz.example, tel 33 3612 3456.\n"
            "Ella requiere Microsoft 365 Business Basic para 2 usuarios.\n\nSaludos,\nMarta",
            *("Rosa Paz", "Guadalajara"),
        ),
        (
            "Prezados,\n\nCadastrem um cliente novo, Dr. João Prado (pessoa física), Rua do Giz 88, Centro, "
            "São Luís - MA, 65010-680, Brasil. E-mail joao@prado.example, tel (98) 98812-4470.\n"
            "Ele precisa do Microsoft 365 Business Basic para 2 usuários.\n\nAtt,\nBia",
            *("João Prado", "São Luís"),
        ),
    ],
)
def test_a_letter_describes_the_customer_and_orders(text, name, city):
    new = described(text)
    assert (new.name, new.type, new.address.city) == (name, AccountType.PERSONAL, city)
    assert new.admin.missing() == ()
    assert hear(text).plans == ("BB",)


@pytest.mark.parametrize(
    "text",
    [
        "New customer Zed Labs Ltd. They need 5 Microsoft 365 Business Basic",
        "new client: Zed Labs Ltd. She wants Microsoft 365 Business Basic for 5 people",
    ],
)
def test_a_sentence_about_a_wish_is_no_part_of_the_name(text):
    assert described(text).name == "Zed Labs Ltd"
    assert hear(text).plans == ("BB",)


def test_who_wants_something_is_called_without_the_verb():
    assert hear("a client of mine called Zed Labs wants 5 business premium").unknown_customer == "Zed Labs"


@pytest.mark.parametrize("name", ["Netra Jyothi Eye Clinic Pvt Ltd", "Netra Jyothi Eye Clinic"])
@pytest.mark.parametrize("is_person_first", [True, False])
def test_a_persons_line_beside_the_companys(name, is_person_first):
    lines = ["Dr. Kavita Rao", name] if is_person_first else [name, "Dr. Kavita Rao"]
    new = described(
        "business basic for below new client (company)\n\n"
        + "\n".join([*lines, "41 Second Cross, Indiranagar", "Bengaluru 560038, Karnataka, India"])
        + "\n+91 98450 31276\nkavita@netra.example"
    )
    assert (new.name, new.admin.name, new.admin.missing()) == (name, "Kavita Rao", ())


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("una fotógrafa quiere su página. es clienta nueva, no empresa, a nombre de ella", "personal"),
        ("business basic for a new client, she's a wedding photographer, not a company", "personal"),
        ("cliente novo, é advogada, não é empresa", "personal"),
        ("cliente nuevo, no es persona física", "commercial"),
    ],
)
def test_the_kind_that_is_denied_is_the_other(text, type_):
    new = described(text)
    assert (new.type, new.name) == (AccountType(type_), "")


@pytest.mark.parametrize(
    "text",
    [
        "uma cliente nova aqui na minha frente, é fotógrafa, pessoa física",
        "cliente nuevo, es dentista, persona física",
        "cliente novo, advogado, pessoa física",
    ],
)
def test_what_somebody_does_is_no_name(text):
    assert described(text).name == ""


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("es un cliente nuevo, toca crearlo", "Cafetal Los Yarumos"),
        ("es nuevo, hay que darlo de alta", "Cafetal Los Yarumos"),
        ("é cliente novo, precisa cadastrar", "Cafetal Los Yarumos"),
        ("they're a new client, please set them up", "Cafetal Los Yarumos"),
        ("es un cliente nuevo, se llama cafetal yarumo", "cafetal yarumo"),
    ],
)
def test_who_was_named_before_keeps_the_name(answer, name):
    assert told("3 business basic anual para Cafetal Los Yarumos", answer).name == name


def test_a_company_may_begin_with_everything():
    assert (
        described("Todo para el Hogar SA", Step.CUSTOMER_NAME, NewCustomer()).name == "Todo para el Hogar SA"
    )


def test_an_add_on_for_some_of_them_is_no_street():
    text = "cliente nuevo, Clínica Sol. 3 business basic, e Exchange Online Archiving só em 1 deles"
    assert described(text).address == Address()


@pytest.mark.parametrize(
    ("text", "street", "postal_code", "city", "country"),
    [
        ("61 Joo Chiat Road, Singapore 427365", "61 Joo Chiat Road", "427365", "Singapore", "SG"),
        ("88 Queen's Road, Central, Hong Kong", "88 Queen's Road, Central", "", "Hong Kong", "HK"),
        ("12 Main Street, Gibraltar GX11 1AA", "12 Main Street", "GX11 1AA", "Gibraltar", "GI"),
        ("12 Luna St, Ponce, Puerto Rico 00716", "12 Luna St", "00716", "Ponce", "PR"),
    ],
)
def test_a_country_that_is_its_own_town(text, street, postal_code, city, country):
    heard = read(text, Step.CUSTOMER_ADDRESS, NewCustomer("Kopi Lantern"), "US")
    address = merged(NewCustomer("Kopi Lantern"), heard, "US").address
    assert address == Address(street, postal_code, city, "", country)
    assert address.missing() == ()


@pytest.mark.parametrize(
    ("text", "street", "city"),
    [
        ("guadalajara calle luna 3 cp 44100", "calle luna 3", "guadalajara"),
        ("en Guadalajara, Calle Luna 3, 44100", "Calle Luna 3", "Guadalajara"),
    ],
)
def test_the_town_stands_in_front_of_the_street(text, street, city):
    address = read(text, Step.CUSTOMER_ADDRESS, NewCustomer("Tacos"), "MX").address
    assert (address.street, address.city, address.postal_code) == (street, city, "44100")


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("quero uma hospedagem pro portfólio dela", ("LB", "LNX", "WIN")),
        ("hospedagem pro para a Padaria do Bairro", ("LNX",)),
        ("hospedagem pro anual", ("LNX",)),
        ("quero a Linux Hosting Pro + backup", ("LNX",)),
        ("linux hosting pro site", ("LNX",)),
    ],
)
def test_in_portuguese_pro_may_only_lead_on(text, plans):
    usual = shops.shop()
    web = shops.solution("Web Hosting", HOSTING, {"BKP": "Daily Backup"})
    shop = Shop(usual.account, Catalog((web,), usual.catalog.tlds), usual.customers, usual.cards)
    heard = listen(Sentence(text, shops.entities(text), shop, Draft(), None, "order", language="pt"))
    assert (heard.plans, heard.unknown_customer is None) == (plans, "Padaria" not in text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("can you add Mike Dunn as a new customer? he needs business basic", "Mike Dunn"),
        ("registra a Molinos SA como cliente nuevo, 5 business basic", "Molinos SA"),
        ("cadastra a Pão Feliz como cliente novo, 5 business basic", "Pão Feliz"),
        ("anótame un cliente nuevo porfa: Laboratorio Vida, 8 business basic", "Laboratorio Vida"),
        ("quiero dar de alta a mi cuñado, trabaja solo, se llama Pedro Rojas", "Pedro Rojas"),
        ("quero cadastrar meu cunhado, pessoa física, João Prado", "João Prado"),
        ("can you set up my cousin, Jane Poe, business basic for 1", "Jane Poe"),
    ],
)
def test_somebody_is_to_be_added(text, name):
    new = described(text)
    assert new.name == name


def test_a_house_number_is_no_postal_code():
    address = read(
        "Av. 9 de Julio 1200 piso 3, C1073 CABA", Step.CUSTOMER_ADDRESS, NewCustomer("Luna"), "AR"
    ).address
    assert (address.street, address.postal_code, address.city) == (
        "Av. 9 de Julio 1200 piso 3",
        "C1073",
        "CABA",
    )
