"""Domains as people order them, through the real processes; the code of a transfer stays secret."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest

from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.orders import answer_until_review, confirm, only_new_order

pytestmark = pytest.mark.e2e

REST = {
    "domain": "después",
    "term": "anual",
    "add_ons": "ninguno",
    "customer": "la espiga",
    "payment": "la visa",
}


def domain_lines(order: dict[str, Any]) -> set[tuple[str, str, str]]:
    found = set()
    for line in order["products"]:
        given = {each["name"]: each["value"] for each in line["parameters"]}
        if line["mpn"].startswith("DOM-"):
            found.add((line["mpn"], given["domain"], given["action"]))
    return found


def plan_domain(order: dict[str, Any], mpn: str) -> str | None:
    (line,) = (line for line in order["products"] if line["mpn"] == mpn)
    return next((each["value"] for each in line["parameters"] if each["name"] == "domain"), None)


def test_a_transfer_in_spanish_with_its_code(chat: Chat, books: Books, house: House) -> None:
    before = books.order_ids()
    chat.say("5 google workspace starter mensual para la espiga con la visa")
    chat.say("ejemplo.com")
    assert chat.last.awaiting == "domain_taken"
    chat.say("es de mi cliente")
    assert chat.last.awaiting == "auth_code"
    chat.say("¿qué es eso?")
    assert chat.last.awaiting == "auth_code"
    chat.say("EPP-wrong7!")
    assert chat.last.awaiting == "auth_code"
    chat.say("EPP-9x!Ejemplo")
    answer_until_review(chat, REST)
    confirm(chat)
    order = only_new_order(books, before)
    assert domain_lines(order) == {("DOM-COM", "ejemplo.com", "transfer")}
    assert plan_domain(order, "GWS-BST") == "ejemplo.com"
    said = [message["text"] for message in chat.history() if message["author"] == "person"]
    assert said.count("••••••") == 2
    assert_nowhere(house, b"9x!Ejemplo", b"wrong7!")


def test_a_transfer_in_english_with_the_code_in_the_same_sentence(
    sit_down: Callable[[str], Chat], open_books: Callable[[str], Books], house: House
) -> None:
    chat, books = sit_down("cloudpeak"), open_books("cloudpeak")
    before = books.order_ids()
    chat.say("3 hosted exchange basic monthly for harbor dental with the amex")
    chat.say("transfer acme.com, the auth code is EPP-7k!Acme")
    answer_until_review(chat, {"add_ons": "none"})
    confirm(chat)
    assert domain_lines(only_new_order(books, before)) == {("DOM-COM", "acme.com", "transfer")}
    assert_nowhere(house, b"7k!Acme")


def test_a_transfer_in_portuguese_reaches_the_ticket(sit_down: Callable[[str], Chat], house: House) -> None:
    chat = sit_down("nuvem")
    chat.say("5 google workspace starter mensal para padaria do bairro com o domínio padaria.com.br")
    assert chat.last.awaiting == "domain_taken"
    chat.say("quero transferir")
    assert chat.last.awaiting == "auth_code"
    chat.say("não tenho")
    assert chat.last.awaiting == "domain_taken"
    chat.press("Transferir")
    chat.say("EPP-5b!Padaria")
    assert chat.last.order is not None
    assert chat.last.order["domain"] == "padaria.com.br"
    assert_nowhere(house, b"5b!Padaria")


def test_an_alternative_and_additional_domains(chat: Chat, books: Books) -> None:
    before = books.order_ids()
    chat.say("hosting linux basic anual para la espiga con la visa y el dominio ejemplo.net")
    assert chat.last.awaiting == "domain_taken"
    chat.say("el .mx")
    chat.say("agrega también ñandú-e2e.com.ar y quitar-e2e.org")
    chat.say("quita quitar-e2e.org")
    chat.say("otro dominio")
    assert chat.last.awaiting == "extra_domains"
    chat.say("otro-e2e punto es")
    answer_until_review(chat, REST)
    confirm(chat)
    order = only_new_order(books, before)
    assert plan_domain(order, "WEB-LNX-B") == "ejemplo.mx"
    assert domain_lines(order) == {
        ("DOM-MX", "ejemplo.mx", "register"),
        ("DOM-COM-AR", "xn--and-e2e-3za8f.com.ar", "register"),
        ("DOM-ES", "otro-e2e.es", "register"),
    }


def test_a_name_that_goes_while_it_is_reviewed_is_not_ordered(
    chat: Chat, books: Books, people: ExitStack
) -> None:
    chat.say("hosting linux basic anual para la espiga con la visa y el dominio carrera-e2e.com")
    answer_until_review(chat, REST)
    before = books.order_ids()
    other = people.enter_context(Chat(chat.url, "demo", conversation="the-faster-one"))
    other.say("hosting linux basic anual para la espiga con la visa y el dominio carrera-e2e.com")
    answer_until_review(other, REST)
    confirm(other)
    only_new_order(books, before)
    before = books.order_ids()
    chat.say("sí, confirmo")
    assert chat.last.awaiting == "domain_taken"
    assert books.order_ids() == before
    chat.say("el .net")
    answer_until_review(chat, REST)
    confirm(chat)
    assert domain_lines(only_new_order(books, before)) == {("DOM-NET", "carrera-e2e.net", "register")}


def test_a_question_about_a_name_is_answered_and_may_be_taken(chat: Chat) -> None:
    chat.say("hosting linux pro")
    chat.say("¿está libre pregunta-e2e.com?")
    assert "12.99" in chat.last.text
    chat.say("sí")
    assert chat.last.order is not None
    assert chat.last.order["domain"] == "pregunta-e2e.com"


def assert_nowhere(house: House, *codes: bytes) -> None:
    """No file that the processes wrote, logs and databases, holds any of the codes."""
    written = [path for path in house.folder.rglob("*") if path.is_file()]
    assert written
    for path in written:
        content = path.read_bytes()
        assert not [code for code in codes if code in content], path
