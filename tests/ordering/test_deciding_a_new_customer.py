"""From what was heard about a new customer to the next draft: nothing lost, nothing asked twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.catalog import Catalog, DomainNeed, Plan, Solution, Term
from bot.ordering.credentials import CUSTOMERS, OWN, credentials_address
from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step, previous
from bot.ordering.heard import Entity
from bot.ordering.order import Account, Card, Customer
from bot.ordering.outcome import Outcome, Question
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop

ANA = Contact("Ana", "Ruiz", "ana@tacos.mx", "+525512345678")
HERE = Address("Av. Juárez 12", "06050", "CDMX", "", "MX")
COMPLETE = NewCustomer("Tacos El Güero", AccountType.COMMERCIAL, HERE, ANA, ANA, ANA)


@pytest.fixture
def shop() -> Shop:
    plan = Plan("DBX", "Dropbox Business Advanced", {}, 1, 300)
    solution = Solution("Dropbox", "dropbox", True, DomainNeed.NONE, (plan,))
    account = Account("RES", "demo", "Nube Norte", "reseller", "pedidos@nube.example", "es", "MX")
    customers = (
        Customer("C1", "Clínica San Rafael", AccountType.COMMERCIAL, "ti@sanrafael.example"),
        Customer("C2", "Clínica San Gabriel", AccountType.COMMERCIAL),
    )
    return Shop(account, Catalog((solution,)), customers, (Card("card", "Visa", "4242", "01/2030"),))


ORDER = Draft(plan="DBX", quantity=8, term=Term.YEAR, add_ons=(), payment="card")


def says(
    text: str, draft: Draft, shop: Shop, intent: str = "inform", asked: Outcome | None = None, **entities: str
) -> Outcome:
    step = asked.next_step(shop.catalog) if asked else draft.open_step(shop.catalog)
    found = [
        Entity(kind, value, text.find(value), text.find(value) + len(value))
        for kind, value in entities.items()
    ]
    heard = listen(Sentence(text, found, shop, draft, step, intent))
    return decide(Message(heard, intent, text, step), draft, asked.questions if asked else {}, shop)


def with_new(**parts: object) -> Draft:
    return replace(ORDER, new_customer=NewCustomer(**parts))  # type: ignore[arg-type]


def test_a_new_customer_is_asked_for_piece_by_piece(shop):
    steps = []
    draft = says("cliente nuevo", ORDER, shop).draft
    for text in (
        "comercial",
        "Tacos El Güero",
        "Av. Juárez 12, 06050 CDMX",
        "Ana Ruiz, ana@tacos.mx, 55 1234 5678",
        "el mismo",
        "igual que facturación",
        "a mi correo",
    ):
        steps.append(draft.open_step(shop.catalog))
        draft = says(text, draft, shop).draft
    assert steps == [
        *(Step.CUSTOMER_TYPE, Step.CUSTOMER_NAME, Step.CUSTOMER_ADDRESS, Step.CONTACT_ADMIN),
        *(Step.CONTACT_BILLING, Step.CONTACT_TECHNICAL, Step.CREDENTIALS_EMAIL),
    ]
    assert draft == replace(ORDER, new_customer=COMPLETE, credentials_email=OWN)
    assert draft.open_step(shop.catalog) is Step.CONFIRM


def test_a_whole_order_for_a_new_customer_fits_in_one_sentence(shop):
    text = (
        "8 dropbox advanced anual para un cliente nuevo, Tacos El Güero SA de CV, Av. Juárez 12, 06050 CDMX, "
    )
    text += "contacto Ana Ruiz ana@tacos.mx 5512345678, el mismo para todos, credenciales a mi, con visa"
    draft = says(text, Draft(), shop, "order", number="8").draft
    assert draft.new_customer == replace(COMPLETE, name="Tacos El Güero SA de CV")
    assert (draft.plan, draft.quantity, draft.payment, draft.credentials_email) == ("DBX", 8, "card", OWN)


def test_the_name_may_come_before_the_words_that_say_new(shop):
    draft = says(
        "8 dropbox advanced para Tacos El Güero, cliente nuevo, con la visa",
        Draft(),
        shop,
        "order",
        number="8",
    ).draft
    assert draft.new_customer == NewCustomer("Tacos El Güero")
    assert draft.payment == "card"


def test_the_name_before_is_not_taken_for_the_street_that_follows(shop):
    text = "8 dropbox advanced for Blue Bottle LLC, new customer, 300 Webster St, Oakland, CA 94607. Visa"
    draft = says(text, Draft(), shop, "order", number="8").draft
    assert draft.new_customer is not None
    assert (draft.new_customer.name, draft.new_customer.address.street) == (
        "Blue Bottle LLC",
        "300 Webster St",
    )


def test_a_new_quantity_is_understood_while_the_customer_is_described(shop):
    draft = with_new(name="Tacos", type=AccountType.COMMERCIAL, address=HERE)
    assert says("make it 12", draft, shop, number="12").draft == replace(draft, quantity=12)


def test_a_new_street_and_town_replace_the_whole_address(shop):
    known = replace(COMPLETE, address=Address("Av. Uno 1", "64000", "Monterrey", "NL", "MX"))
    whole = replace(ORDER, new_customer=known, credentials_email=OWN)
    new = says("la dirección es Morelos 8, 76000 Querétaro", whole, shop).draft.new_customer
    assert new is not None
    assert new.address == Address("Morelos 8", "76000", "Querétaro", "", "MX")


def test_a_private_person_is_their_own_contact(shop):
    draft = says("personal", with_new(name="Laura Méndez", address=HERE), shop).draft
    assert draft.new_customer is not None
    assert draft.new_customer.admin == Contact("Laura", "Méndez")
    draft = says("laura@mendez.mx 5512345678", draft, shop).draft
    assert draft.open_step(shop.catalog) is Step.CREDENTIALS_EMAIL


def test_an_unknown_name_is_created_when_the_person_says_yes(shop):
    asked = says("Tacos El Güero", ORDER, shop)
    assert asked.questions[Step.CUSTOMER].reason == "customer_unknown"
    for yes, intent in (("sí", "affirm"), ("créalo", "inform"), ("es nuevo", "inform")):
        draft = says(yes, asked.draft, shop, intent, asked).draft
        assert draft.new_customer == NewCustomer("Tacos El Güero"), yes


def test_a_customer_of_that_very_name_is_offered_before_a_namesake_is_created(shop):
    outcome = says("cliente nuevo, clinica san rafael", ORDER, shop)
    assert outcome.questions[Step.CUSTOMER].reason == "customer_exists"
    assert outcome.questions[Step.CUSTOMER].choices == ("C1", "new")


def test_a_name_that_is_like_a_customer_s_is_a_new_one(shop):
    draft = says("Clínica San Miguel", with_new(type=AccountType.COMMERCIAL), shop).draft
    assert draft.new_customer is not None
    assert (draft.customer, draft.new_customer.name) == (None, "Clínica San Miguel")


def test_who_names_an_existing_customer_instead_drops_the_new_one(shop):
    draft = says(
        "no, mejor para San Gabriel", with_new(type=AccountType.COMMERCIAL, name="Tacos"), shop
    ).draft
    assert (draft.new_customer, draft.customer) == (None, shop.customer_by_id["C2"])


def test_what_is_wrong_is_said_and_the_rest_is_kept(shop):
    known = with_new(name="Tacos", type=AccountType.COMMERCIAL, address=HERE)
    outcome = says("Ana Ruiz, ana@tacos, 5512345678", known, shop)
    assert [(note.reason, note.data["said"]) for note in outcome.notes] == [("email_wrong", "ana@tacos")]
    assert outcome.draft.new_customer is not None
    assert outcome.draft.new_customer.admin == replace(ANA, email="")


def test_a_corrected_contact_is_corrected_in_every_role_they_hold(shop):
    outcome = says(
        "el teléfono es 33 1234 5678", replace(ORDER, new_customer=COMPLETE, credentials_email=OWN), shop
    )
    new = outcome.draft.new_customer
    assert new is not None
    assert new.admin.phone == new.billing.phone == new.technical.phone == "+523312345678"


def test_a_correction_of_one_role_leaves_the_others_alone(shop):
    whole = replace(ORDER, new_customer=COMPLETE, credentials_email=OWN)
    new = says("el correo de facturación es pagos@tacos.mx", whole, shop).draft.new_customer
    assert new == replace(COMPLETE, billing=replace(ANA, email="pagos@tacos.mx"))


def test_the_quantity_is_still_the_quantity_in_the_review(shop):
    whole = replace(ORDER, new_customer=COMPLETE, credentials_email=OWN)
    assert says("mejor 30", whole, shop, number="30").draft == replace(whole, quantity=30)


def test_a_card_said_with_the_address_is_a_card(shop):
    known = with_new(name="Tacos", type=AccountType.COMMERCIAL)
    draft = says("Av. Juárez 12, 06050 CDMX, y pago con la visa", replace(known, payment=None), shop).draft
    assert (draft.payment, draft.new_customer and draft.new_customer.address) == ("card", HERE)


@pytest.mark.parametrize("text", ["sí", "a mi correo"])
def test_the_suggested_address_for_the_credentials_is_the_reseller_s(shop, text):
    draft = says(
        text, replace(ORDER, new_customer=COMPLETE), shop, "affirm" if text == "sí" else "inform"
    ).draft
    assert credentials_address(draft, shop) == "pedidos@nube.example"


def test_credentials_sent_to_the_customer_follow_a_corrected_contact(shop):
    draft = replace(ORDER, new_customer=COMPLETE, credentials_email=CUSTOMERS)
    draft = says("el correo del contacto es jefa@tacos.mx", draft, shop).draft
    assert credentials_address(draft, shop) == "jefa@tacos.mx"


def test_an_existing_customer_s_credentials_go_to_the_reseller_unless_said(shop):
    draft = replace(ORDER, customer=shop.customer_by_id["C1"])
    assert draft.open_step(shop.catalog) is Step.CONFIRM
    assert credentials_address(draft, shop) == "pedidos@nube.example"
    draft = says("manda las credenciales al cliente", draft, shop).draft
    assert credentials_address(draft, shop) == "ti@sanrafael.example"
    draft = says("manda las credenciales a x@y.com", draft, shop).draft
    assert credentials_address(draft, shop) == "x@y.com"


def test_another_address_is_asked_for(shop):
    outcome = says("otro", replace(ORDER, new_customer=COMPLETE), shop)
    assert outcome.questions[Step.CREDENTIALS_EMAIL] == Question(Step.CREDENTIALS_EMAIL, "credentials_which")
    draft = says("x@y.com", outcome.draft, shop, asked=outcome).draft
    assert draft.credentials_email == "x@y.com"


def test_one_step_back_reopens_the_answer_before(shop):
    draft = replace(ORDER, new_customer=replace(COMPLETE, technical=Contact()))
    for step, reopened in (
        (Step.CONTACT_TECHNICAL, Step.CONTACT_BILLING),
        (Step.CONTACT_BILLING, Step.CONTACT_ADMIN),
        (Step.CUSTOMER_TYPE, Step.CUSTOMER),
    ):
        assert previous(draft, step).open_step(shop.catalog) is reopened


@pytest.mark.parametrize(
    ("text", "intent", "step"),
    [
        ("gracias", "thank", Step.CUSTOMER_NAME),
        ("¿quién eres?", "ask_identity", Step.CUSTOMER_NAME),
        ("cancela", "cancel", Step.CUSTOMER_NAME),
        ("no", "deny", Step.CONTACT_ADMIN),
    ],
)
def test_small_talk_and_moves_are_no_names(shop, text, intent, step):
    draft = (
        with_new(type=AccountType.COMMERCIAL)
        if step is Step.CUSTOMER_NAME
        else replace(ORDER, new_customer=replace(COMPLETE, admin=Contact()))
    )
    assert listen(Sentence(text, [], shop, draft, step, intent)).newcomer is None


def test_the_first_name_of_who_is_known_means_them(shop):
    draft = replace(ORDER, new_customer=replace(COMPLETE, billing=Contact(), technical=Contact()))
    new = says("Ana", draft, shop).draft.new_customer
    assert new is not None
    assert new.billing == ANA


def test_not_knowing_is_no_data(shop):
    draft = with_new(name="Tacos", type=AccountType.COMMERCIAL)
    assert says("no tengo la dirección", draft, shop, "deny").draft == draft


@pytest.mark.parametrize("text", ["não, deixa anual mesmo", "igual ao anterior mas 10", "the same"])
def test_the_same_is_nobody_where_the_customer_is_asked_for(text, shop):
    assert says(text, replace(ORDER, new_customer=None), shop).draft.new_customer is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [("mine lost half a novel last week", "Luis Gil"), ("estudio blanco", "estudio blanco")],
)
def test_a_person_s_own_name_replaces_what_a_sentence_left_for_one(shop, name, kept):
    supposed = NewCustomer(name, AccountType.PERSONAL, HERE)
    outcome = says("Luis Gil, luis@gil.mx, 55 8765 4321", replace(ORDER, new_customer=supposed), shop)
    new = outcome.draft.new_customer
    assert (new.name, new.admin.name) == (kept, "Luis Gil")


@pytest.mark.parametrize("text", ["sí", "yes", "sim"])
def test_a_yes_where_it_can_be_the_same_person_is_the_same_person(text, shop):
    draft = replace(ORDER, new_customer=replace(COMPLETE, billing=Contact(), technical=Contact()))
    new = says(text, draft, shop, "affirm").draft.new_customer
    assert new is not None
    assert (new.billing, new.technical) == (ANA, Contact())
