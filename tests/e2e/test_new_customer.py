from collections.abc import Callable

import pytest

from tests.e2e.chat import Books, Chat
from tests.e2e.orders import answer_until_review, confirm, only_new_order

pytestmark = pytest.mark.e2e

ANSWERS = {
    "add_ons": "ninguno",
    "customer": "cliente nuevo",
    "customer_type": "comercial",
    "customer_name": "Tacos El Güero",
    "customer_address": "Av. Juárez 12, 06050 CDMX, México",
    "contact_admin": "Ana Ruiz, ana@tacos.example, +52 55 1234 5678",
    "contact_billing": "Luis Peña, pagos@tacos.example, 55 8765 4321",
    "contact_technical": "igual que el administrativo",
    "credentials_email": "a mi correo",
    "payment": "la visa",
}


def test_a_customer_is_created_with_their_first_order_and_known_in_the_next(chat: Chat, books: Books) -> None:
    before = books.order_ids()
    chat.say("8 dropbox business advanced anual")
    answer_until_review(chat, ANSWERS)
    assert "Luis Peña" in chat.last.text
    confirm(chat)
    order = only_new_order(books, before)
    made = books.customer_named("Tacos El Güero")
    assert (order["customerId"], made["externalId"]) == (made["id"], order["poNumber"])
    assert made["attributes"]["accountType"] == "commercial"
    assert made["address"]["postalCode"] == "06050"
    people = {contact["type"]: contact["email"] for contact in made["contactPersons"]}
    assert people == {
        "admin": "ana@tacos.example",
        "billing": "pagos@tacos.example",
        "technical": "ana@tacos.example",
    }
    assert order["attributes"]["credentialsEmail"] == "pedidos@nubenorte.example"
    again = books.order_ids()
    chat.say("5 dropbox business advanced mensual para tacos el güero con la visa")
    confirm(chat)
    assert only_new_order(books, again)["customerId"] == made["id"]


def test_everything_about_a_new_customer_fits_in_the_first_sentence(
    sit_down: Callable[[str], Chat], open_books: Callable[[str], Books]
) -> None:
    chat, books = sit_down("cloudpeak"), open_books("cloudpeak")
    before = books.order_ids()
    chat.say(
        "10 dropbox standard annual for Blue Bottle LLC, new customer, 300 Webster St, Oakland, CA 94607. "
        "Contact: Jane Doe, jane@bluebottle.example, (510) 653-3394. Same for all. Credentials to me. Amex"
    )
    confirm(chat)
    order = only_new_order(books, before)
    made = books.customer_named("Blue Bottle LLC")
    assert (order["customerId"], made["address"]["state"], made["language"]) == (made["id"], "CA", "en")
