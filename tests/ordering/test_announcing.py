"""Somebody is announced as new: in which words, with which name, and when what is said names nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.customer import AccountType, NewCustomer
from bot.ordering.draft import Draft, Step
from tests.ordering import shops
from tests.ordering.newcomers import hear

ORDER = "5 business basic"


@pytest.mark.parametrize(
    "whom",
    [
        "pra um cliente que ainda não tá cadastrado",
        "pra um cliente que eu nunca cadastrei",
        "pra uma oficina que a gente ainda não cadastrou",
        "pra uma padaria que ainda não é nossa cliente",
        "pra um cliente recém-chegado",
        ", o cliente ainda não tem cadastro",
        "para un cliente que todavía no está dado de alta",
        "para un cliente que aún no tenemos registrado",
        "para alguien que no está en el sistema",
        "para una empresa que todavía no tengo en mi cartera",
        "para una panadería que no es cliente todavía",
        "para una clienta que me cayó ayer, no la tengo cargada",
        "para un taller nuevo",
        "para un prospecto nuevo",
        "for a customer I haven't added yet",
        "for a client we don't have on file",
        "for a mate's shop, not on your books yet",
        "for someone who isn't a customer yet",
        "for a firm that's not in the system",
        "for a bakery down the road, they're new",
        "for a new bakery in town",
        "for a first-time customer",
        "for someone new",
    ],
)
def test_who_is_only_described_is_new_and_has_no_name_yet(whom: str) -> None:
    heard = hear(f"{ORDER} {whom}")
    assert heard.newcomer is not None
    assert (heard.newcomer.is_new, heard.newcomer.name) == (True, "")
    assert (heard.plans, heard.quantity) == (("BB",), "5")
    assert (heard.customers, heard.unknown_customer) == ((), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cliente nuevo para dar de alta: Taller Pérez, 5 business basic", "Taller Pérez"),
        ("new customer to onboard: Zed Labs, 5 business basic", "Zed Labs"),
        ("cliente novo pra cadastrar, Padaria Lua, 5 business basic", "Padaria Lua"),
        ("new customer: Through the Looking Glass, 5 business basic", "Through the Looking Glass"),
        ("cliente nuevo taller los compadres, 5 business basic", "taller los compadres"),
    ],
)
def test_a_name_behind_what_is_to_be_done_is_taken(text: str, name: str) -> None:
    heard = hear(text).newcomer
    assert heard is not None
    assert (heard.is_new, heard.name) == (True, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tacos Lolita quiere 5 business basic, es cliente nuevo", "Tacos Lolita"),
        ("Padaria Lua quer 5 business basic, é cliente novo", "Padaria Lua"),
        ("mi cliente tacos lolita necesita 5 business basic, es nuevo", "tacos lolita"),
        ("Zed Labs, a new client, needs 5 business basic", "Zed Labs"),
        ("Zed Labs want 5 business basic, they're new", "Zed Labs"),
        ("A empresa Lua Nova quer 5 business basic, ainda não é cliente", "Lua Nova"),
        ("5 business basic para Tacos Lolita, que todavía no está dada de alta", "Tacos Lolita"),
        ("5 business basic for Zed Labs, not on our books yet", "Zed Labs"),
        ("5 business basic pra Oficina Azul, que ainda não tá cadastrada", "Oficina Azul"),
        ("5 business basic for a guy called Zed Smith, new customer", "Zed Smith"),
    ],
)
def test_the_name_stands_before_the_words(text: str, name: str) -> None:
    heard = hear(text)
    assert heard.newcomer is not None
    assert (heard.newcomer.is_new, heard.newcomer.name) == (True, name)
    assert (heard.plans, heard.quantity) == (("BB",), "5")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ninguno de esos, es nuevo", ""),
        ("none of these, it's new", ""),
        ("não tá aí, é Oficina Azul", "Oficina Azul"),
        ("no está ahí, se llama Frenos Díaz", "Frenos Díaz"),
        ("the new one is called Zed Labs", "Zed Labs"),
        ("nuevo, se llama Frenos Díaz", "Frenos Díaz"),
        ("Harbor Freight, they're new", "Harbor Freight"),
        ("Frenos Díaz, no está en tu lista", "Frenos Díaz"),
        ("Oficina Azul, ainda não cadastrei", "Oficina Azul"),
        ("they're not there", ""),
    ],
)
def test_whom_it_is_for_is_answered_by_somebody_new(text: str, name: str) -> None:
    heard = hear(text, Step.CUSTOMER).newcomer
    assert heard is not None
    assert (heard.is_new or heard.create, heard.name) == (True, name)


@pytest.mark.parametrize(
    "text",
    [
        "el dominio no está registrado",
        "o domínio ainda não tá registrado",
        "my card is not on the list",
        "creo que no tengo el dato",
        "no es para ese cliente",
        "it's new, register it",
        "is it for a new license",
    ],
)
@pytest.mark.parametrize("step", [None, Step.DOMAIN, Step.PAYMENT])
def test_what_else_is_new_or_not_registered_is_no_customer(text: str, step: Step | None) -> None:
    assert hear(text, step).newcomer is None


@pytest.mark.parametrize(
    "whom", ["for a mate's shop", "para mi primo", "pra uma padaria", "for herself", "para otra empresa"]
)
def test_a_description_is_no_name(whom: str) -> None:
    assert hear(f"{ORDER} {whom}").unknown_customer is None


@pytest.mark.parametrize(
    ("whom", "name"),
    [
        ("para mi cliente Frenos Díaz", "Frenos Díaz"),
        ("para este cliente: Frenos Díaz", "Frenos Díaz"),
        ("para un amigo que se llama Taller Pérez", "Taller Pérez"),
        ("pra A Casa do Pão", "A Casa do Pão"),
        ("for A Better Day Care", "A Better Day Care"),
    ],
)
def test_a_name_may_stand_behind_what_is_told_of_them(whom: str, name: str) -> None:
    assert hear(f"{ORDER} {whom}").unknown_customer == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the name? its Zed Labs", "Zed Labs"),
        ("o nome? é Oficina Azul", "Oficina Azul"),
        ("ah sí, Frenos Díaz", "Frenos Díaz"),
        ("sure, it's Zed Labs", "Zed Labs"),
        ("Frenos Díaz (empresa)", "Frenos Díaz"),
        ("Imogen Fairclough, she's a novelist", "Imogen Fairclough"),
        ("her name's Imogen Fairclough", "Imogen Fairclough"),
        ("registra como Frenos Díaz", "Frenos Díaz"),
        ("put them down as Zed Labs", "Zed Labs"),
        ("Empresa Nova Ltda", "Empresa Nova Ltda"),
        ("Amex Motors", "Amex Motors"),
        ("Ruiz, López y Asociados", "Ruiz, López y Asociados"),
    ],
)
def test_the_name_is_answered_beside_a_remark(text: str, name: str) -> None:
    heard = hear(text, Step.CUSTOMER_NAME, NewCustomer()).newcomer
    assert heard is not None
    assert heard.name == name


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("private individual", AccountType.PERSONAL),
        ("just a person", AccountType.PERSONAL),
        ("ella es persona natural", AccountType.PERSONAL),
        ("no es empresa, es persona", AccountType.PERSONAL),
        ("it's not a company, it's a person", AccountType.PERSONAL),
        ("pessoa física mesmo", AccountType.PERSONAL),
        ("sole trader", AccountType.PERSONAL),
        ("small business", AccountType.COMMERCIAL),
        ("es una empresa chica", AccountType.COMMERCIAL),
        ("é uma empresa sim", AccountType.COMMERCIAL),
        ("a charity", AccountType.COMMERCIAL),
        ("un colegio", AccountType.COMMERCIAL),
    ],
)
def test_the_kind_is_answered_in_a_few_words(text: str, type_: AccountType) -> None:
    heard = hear(text, Step.CUSTOMER_TYPE, NewCustomer("Tacos El Güero")).newcomer
    assert heard is not None
    assert (heard.type, heard.name) == (type_, "")


def test_the_verb_beside_a_card_is_no_name() -> None:
    text = "new client that isn't in the system yet. They need 5 business basic, yearly, charge my Visa"
    heard = hear(text)
    assert heard.newcomer is not None
    assert heard.newcomer.name == ""
    assert heard.cards == ("card-v",)


@pytest.mark.parametrize(
    "text",
    [
        "qué es vault? no, mejor sin nada",
        "what's vault? nah, none",
        "what is google voice? no thanks, nothing",
        "para qué sirve vault? mejor no, sin nada",
        "o que é vault? não, deixa sem",
    ],
)
def test_who_asks_and_refuses_at_once_has_refused(text: str) -> None:
    heard = shops.hear(text, Step.ADD_ONS, Draft(plan="GST", quantity=1))
    assert heard.plain in ("no_more", "deny")
    assert replace(heard, no_add_ons=False).is_empty()


@pytest.mark.parametrize(
    "text",
    [
        "uma amiga minha, a Tainá, abriu uma consultoria em Belém e quer 5 business basic, é cliente nova",
        "a mate of mine, Dave, opened a gym in Leeds and wants 5 business basic, he's a new customer",
        "I've a new customer to set up and an order for them. They're a firm of solicitors, 5 business basic",
        "new client here, just opened a café down the road, wants 5 business basic",
        "tengo un cliente nuevo para dar de alta y de paso un pedido, 5 business basic",
        "cliente nuevo, quiere arrancar el lunes, 5 business basic",
        "I've got a new client starting with us on monday, 5 business basic",
    ],
)
def test_what_is_told_of_somebody_is_no_name(text: str) -> None:
    newcomer = hear(text).newcomer
    assert newcomer is not None
    assert (newcomer.is_new, newcomer.name) == (True, "")


@pytest.mark.parametrize("name", ["taco loco", "padaria da lua", "clinica de la mujer", "the corner shop"])
def test_a_name_may_be_written_small(name: str) -> None:
    newcomer = hear(f"new customer: {name}, 5 business basic").newcomer
    assert newcomer is not None
    assert newcomer.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Clínica San Rafael: 20 exchange, san-rafael-inboxes.com (new), visa",
        "clinica san rafael, 5 exchange, san-rafael-correo.com (nuevo)",
        "clínica san rafael: 5 exchange, clinica-emails.com (novo), anual",
    ],
)
def test_a_domain_in_brackets_is_what_is_new(text: str) -> None:
    heard = shops.hear(text, Step.PLAN, intent="order")
    assert (heard.newcomer, heard.customers) == (None, ("raf",))


def test_behind_a_domain_a_customer_may_be_new() -> None:
    newcomer = shops.hear("5 exchange, tacos-el-guero.com (new customer)", Step.PLAN, intent="order").newcomer
    assert newcomer is not None
    assert newcomer.is_new


@pytest.mark.parametrize("said", ["domain is kids-corner.org, it's a new one", "dominio a-b.mx, es nuevo"])
def test_a_new_domain_is_no_new_customer(said: str) -> None:
    assert hear(f"{ORDER} para La Espiga, {said}").newcomer is None


@pytest.mark.parametrize(
    "said", ["a-b.mx, they're new", "a-b.mx, es nueva", "nuevecito el dominio, son nuevos"]
)
def test_who_is_new_may_have_a_domain(said: str) -> None:
    assert hear(f"{ORDER} para Tacos Lolita, {said}").newcomer is not None


@pytest.mark.parametrize("text", ["copilot also they want, but only for the 3 servers, not for all 17"])
def test_a_remark_about_an_add_on_is_no_name_of_somebody_announced(text: str) -> None:
    heard = shops.hear(text, Step.CUSTOMER_TYPE, Draft(plan="BP", quantity=17, new_customer=NewCustomer()))
    assert heard.newcomer is None or heard.newcomer.name == ""
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("COP", "3")]


@pytest.mark.parametrize("card", ["no Visa já cadastrado", "no cartão já cadastrado"])
def test_a_card_on_file_announces_nobody(card):
    assert hear(f"5 business basic para a panadería la espiga, pago {card}").newcomer is None


@pytest.mark.parametrize(
    "text",
    [
        "he wants Windows hosting for his old maps. He's not on the books yet, a private person, no company",
        "quiere hosting para sus fotos, es cliente nuevo",
    ],
)
def test_what_it_is_for_is_no_name(text: str) -> None:
    heard = shops.hear(text).newcomer
    assert heard is not None
    assert heard.name == ""
