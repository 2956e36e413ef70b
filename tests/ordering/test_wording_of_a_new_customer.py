"""More words of a hurried hand about a new customer, in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Draft, Step
from bot.ordering.newcomer import HeardCustomer
from tests.ordering import shops
from tests.ordering.newcomers import ANA, HERE, KNOWN, NAMED, hear

LUIS = Contact("Luis", "Gil", "luis@tacos.mx", "+525587654321")
WHOLE = replace(KNOWN, billing=LUIS, technical=ANA)


def after(text: str, step: Step, known: NewCustomer) -> NewCustomer:
    return merged(known, hear(text, step, known).newcomer or HeardCustomer(), "MX")


@pytest.mark.parametrize(
    "text", ["sistemas lo ve ana", "it is handled by ana", "lo lleva Ana", "quem cuida é a ana"]
)
def test_somebody_known_is_named_in_a_sentence(text):
    assert after(text, Step.CONTACT_TECHNICAL, replace(WHOLE, technical=Contact())).technical == ANA


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("persona", AccountType.PERSONAL),
        ("pessoa", AccountType.PERSONAL),
        ("she's an individual", AccountType.PERSONAL),
        ("he's a private person", AccountType.PERSONAL),
        ("persona moral", AccountType.COMMERCIAL),
        ("they're a company", AccountType.COMMERCIAL),
        ("biz", AccountType.COMMERCIAL),
        ("una sociedad", AccountType.COMMERCIAL),
    ],
)
def test_the_kind_has_many_words(text, type_):
    new = after(text, Step.CUSTOMER_TYPE, NAMED)
    assert (new.type, new.name) == (type_, NAMED.name)


@pytest.mark.parametrize("form", ["sa de cv", "S.A. de C.V.", "llc", "ltda", "es SA de CV"])
def test_a_legal_form_tells_the_kind_and_belongs_to_the_name(form):
    new = after(form, Step.CUSTOMER_TYPE, NAMED)
    assert new.type is AccountType.COMMERCIAL
    assert new.name.startswith(f"{NAMED.name} ")
    assert new.name.casefold().endswith(form.removeprefix("es ").casefold())


@pytest.mark.parametrize("text", ["addr Av. Juárez 12, 06050 CDMX", "dir Av. Juárez 12, 06050 CDMX"])
def test_a_short_label_needs_no_colon(text):
    assert after(text, Step.CUSTOMER_ADDRESS, NAMED).address == HERE


@pytest.mark.parametrize(
    "aside", ["no phone yet", "no tiene telefono", "todavia sin telefono", "sem telefone"]
)
def test_what_somebody_has_not_got_is_no_product(aside):
    heard = hear(
        f"contacto Ana Ruiz, ana@tacos.mx, {aside}", Step.CONTACT_ADMIN, replace(KNOWN, admin=Contact())
    )
    assert heard.newcomer is not None
    assert list(heard.newcomer.contacts.values()) == [replace(ANA, phone="")]
    assert not heard.add_ons


@pytest.mark.parametrize(
    "text", ["change ana to anna", "cambia ana por anna", "troca ana por anna", "corrige Ana a Anna"]
)
@pytest.mark.parametrize("step", [Step.CONFIRM, Step.CREDENTIALS_EMAIL, Step.CONTACT_BILLING])
def test_this_for_that(text, step):
    assert after(text, step, KNOWN).admin == replace(ANA, first_name="Anna")


@pytest.mark.parametrize("text", ["cambia visa por mastercard", "change 3 to 5", "change basic to standard"])
def test_this_for_that_of_the_order_is_nobody(text):
    assert shops.hear(text, Step.CONFIRM, Draft(plan="BB", quantity=3, new_customer=WHOLE)).newcomer is None


@pytest.mark.parametrize(
    "text",
    [
        "billing phone is wrong",
        "the billing phone is wrong",
        "luis' phone is wrong",
        "el tel de facturacion esta mal",
    ],
)
def test_a_role_in_front_says_whose_phone_is_wrong(text):
    heard = hear(text, Step.CONFIRM, WHOLE)
    assert heard.newcomer is not None
    assert [(field, role.value) for field, role in heard.newcomer.forgotten] == [("phone", "billing")]
    assert not heard.add_ons


def test_a_role_in_front_says_whose_phone_it_is():
    new = after("billing phone is 55 8765 4322", Step.CONFIRM, WHOLE)
    assert (new.billing.phone, new.admin) == ("+525587654322", ANA)


def test_a_state_that_is_a_word_and_its_code_count_no_seats():
    heard = hear(
        "new client Oak & Elm Design, LLC — 88 Birch Street, Floor 2, Portland, OR 97205, USA — "
        "primary contact Sam O'Neil (sam@oakelm.com / 503-555-0172). Billing and tech contact are the same. "
        "9 business basic, yearly"
    )
    assert (heard.quantity, heard.plans) == ("9", ("BB",))
    assert heard.newcomer is not None
    new = merged(NewCustomer(), heard.newcomer, "US")
    assert new.address == Address("88 Birch Street, Floor 2", "97205", "Portland", "OR", "US")
    sam = Contact("Sam", "O'Neil", "sam@oakelm.com", "+15035550172")
    assert (new.name, new.admin, new.billing, new.technical) == ("Oak & Elm Design, LLC", sam, sam, sam)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("oi, preciso cadastrar um cliente e fazer um pedido: 2 business basic anual", ""),
        ("quiero dar de alta un cliente y hacer un pedido de 2 business basic", ""),
        ("cliente nuevo Tacos Lupita 2 business basic anual", "Tacos Lupita"),
        ("new customer Tacos Lupita needs 2 business basic", "Tacos Lupita"),
    ],
)
def test_the_order_is_no_part_of_the_name(text, name):
    heard = hear(text)
    assert (heard.quantity, heard.plans) == ("2", ("BB",))
    assert heard.newcomer is not None
    assert heard.newcomer.name == name


def test_a_block_at_any_question_is_about_the_customer_who_was_announced():
    text = (
        f"Refaccionaria Ortiz, moral, {HERE.street}, 06050 CDMX, contacto Ana Ruiz 55 1234 5678 ana@tacos.mx"
    )
    new = after(text, Step.PLAN, NewCustomer())
    assert new == NewCustomer("Refaccionaria Ortiz", AccountType.COMMERCIAL, HERE, ANA)


@pytest.mark.parametrize(
    "label",
    [
        "Billing address",
        "Dirección de facturación",
        "Domicilio fiscal",
        "Endereço de cobrança",
        "Mailing address",
    ],
)
def test_the_address_for_the_bill_is_the_customer_s(label):
    text = (
        "Name: Peak\nType: company\nBilling contact: Luis Gil, luis@tacos.mx, 55 8765 4321\n"
        f"{label}: Av. Juárez 12\nCity: CDMX\nZIP: 06050\nCountry: MX"
    )
    heard = hear(text).newcomer
    assert heard is not None
    new = merged(NewCustomer(), heard, "MX")
    assert (new.billing, new.address) == (LUIS, HERE)
