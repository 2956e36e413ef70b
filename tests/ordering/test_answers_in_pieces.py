"""Who somebody new is and where, told in pieces smaller than the questions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.answering import is_answer
from bot.ordering.credentials import OTHER
from bot.ordering.customer import Address, Contact
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity
from bot.ordering.reading import Sentence, listen
from tests.ordering import shops
from tests.ordering.newcomers import HERE, KNOWN, described, hear

PLACED = replace(KNOWN, admin=Contact())


@pytest.mark.parametrize("text", ["Silva", "silva", "es Silva", "Silva, joao@loja.com.br"])
def test_a_surname_behind_the_name(text: str) -> None:
    new = replace(PLACED, admin=Contact("João"))
    assert described(text, Step.CONTACT_ADMIN, new).admin.name == "João Silva"


@pytest.mark.parametrize("text", ["nombre: Luis", "nome: Luis", "name: Luis", "se llama Luis"])
@pytest.mark.parametrize("intent", ["ask_identity", "inform"])
def test_a_name_behind_its_label(text: str, intent: str) -> None:
    heard = shops.hear(text, Step.CONTACT_ADMIN, Draft(new_customer=PLACED), intent).newcomer
    assert heard is not None
    assert [contact.first_name for contact in heard.contacts.values()] == ["Luis"]


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("luis arroba muebles punto mx", "luis@muebles.mx"),
        ("ana at acme dot com", "ana@acme.com"),
        ("joao arroba loja ponto com ponto br", "joao@loja.com.br"),
    ],
)
def test_an_address_that_is_spelled_out(text: str, email: str) -> None:
    said = [Entity("email", email, 0, len(text))]
    draft = Draft(new_customer=PLACED)
    heard = listen(Sentence(text, said, shops.shop(), draft, Step.CONTACT_ADMIN)).newcomer
    assert heard is not None
    assert [(one.email, one.first_name) for one in heard.contacts.values()] == [(email, "")]


@pytest.mark.parametrize(
    ("street", "text", "whole"),
    [
        ("Calle Roble", "el número es 21", "Calle Roble 21"),
        ("Rua das Flores", "o número é 21", "Rua das Flores 21"),
        ("Rua das Flores 12", "ah, o número da casa é 21", "Rua das Flores 21"),
        ("21 Elm St", "the number is 12", "12 Elm St"),
        ("Calle Roble 5", "falta la colonia: Centro", "Calle Roble 5, colonia Centro"),
        ("Rua A 5", "faltou o bairro Vila Nova", "Rua A 5, bairro Vila Nova"),
        ("21 Elm St", "add suite 200", "21 Elm St, suite 200"),
        ("Rua A 5", "apto 302", "Rua A 5, apto 302"),
        ("Rua A 5", "esqueci o complemento: sala 12", "Rua A 5, sala 12"),
    ],
)
@pytest.mark.parametrize("step", [Step.CONTACT_ADMIN, Step.CONTACT_BILLING, Step.CREDENTIALS_EMAIL])
def test_what_a_street_still_lacks(street: str, text: str, whole: str, step: Step) -> None:
    new = replace(KNOWN, address=replace(HERE, street=street))
    after = described(text, step, new)
    assert after.address == replace(HERE, street=whole)
    assert after.admin == KNOWN.admin
    assert hear(text, step, new).quantity is None


@pytest.mark.parametrize("text", ["Centro", "Bruno Torre", "el número es 55 1234 5678", "sala@muebles.mx"])
def test_what_is_no_part_of_a_street(text: str) -> None:
    heard = hear(text, Step.CONTACT_ADMIN, PLACED).newcomer
    assert heard is None or heard.address == Address()


@pytest.mark.parametrize("text", ["pros dois", "a los dos", "both", "both of us", "para os dois", "a ambos"])
def test_to_both_says_not_which(text: str) -> None:
    heard = hear(text, Step.CREDENTIALS_EMAIL, KNOWN)
    assert heard.newcomer is not None
    assert (heard.newcomer.credentials, heard.quantity) == (OTHER, None)


@pytest.mark.parametrize(
    "text", ["para os dois", "pros dois", "aos dois", "a los dos", "para ambos", "for both"]
)
def test_for_both_is_no_number(text: str) -> None:
    heard = hear(text, Step.CONTACT_BILLING, KNOWN)
    assert heard.newcomer is not None
    assert (len(heard.newcomer.same), heard.quantity) == (2, None)


def test_a_contact_that_a_phone_shares() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Joana Prado\nORG:Ateliê Prado Ltda\nEMAIL;TYPE=HOME:j@prado.com.br\n"
        "TEL;TYPE=CELL:+55 11 91234-5678\nADR:;;Rua das Flores 21;Campinas;SP;13010-000;Brasil\nEND:VCARD"
    )
    new = described(text, Step.CUSTOMER_NAME, replace(KNOWN, name="", address=Address(), admin=Contact()))
    assert (new.name, new.admin.name) == ("Ateliê Prado Ltda", "Joana Prado")
    assert new.address == Address("Rua das Flores 21", "13010-000", "Campinas", "SP", "BR")


@pytest.mark.parametrize("text", ["pronto, la espiga", "ready, la espiga", "listo, la espiga"])
def test_a_customer_behind_a_remark_is_no_question(text: str) -> None:
    assert is_answer(Step.CUSTOMER, "ask_orders", shops.hear(text, Step.CUSTOMER), text)


@pytest.mark.parametrize("text", ["la espiga orders", "pedidos de la espiga", "la espiga?"])
def test_a_customer_s_orders_are_one(text: str) -> None:
    assert not is_answer(Step.CUSTOMER, "ask_orders", shops.hear(text, Step.CUSTOMER), text)


@pytest.mark.parametrize("text", ["nomás ella", "solo ella", "só a dela", "only her", "só o dono"])
def test_one_person_is_one(text: str) -> None:
    assert shops.hear(text, Step.QUANTITY, Draft(plan="BB")).quantity == "1"
