"""One thing about a new customer is corrected by naming it, at any step and in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.customer import AccountType, Address, Contact, ContactRole, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Step
from bot.ordering.newcomer import Situation, read_customer
from bot.ordering.newcomer.correcting import forget

ANA = Contact("Ana", "Ruiz", "ana@tacos.mx", "+525512345678")
HERE = Address("Av. Juárez 12", "06050", "CDMX", "", "MX")
TACOS = NewCustomer("Tacos El Güero", AccountType.COMMERCIAL, HERE, ANA, ANA, ANA)
SHEARS = NewCustomer(
    "Shear Joy Salon",
    AccountType.COMMERCIAL,
    Address("12 Main St", "78701", "Austin", "TX", "US"),
    ANA,
    ANA,
    ANA,
)


def after(text: str, step: Step | None = Step.CONFIRM, known: NewCustomer = TACOS) -> NewCustomer:
    heard = read_customer(text, Situation(step, known, known.address.country, lambda start, end: False))
    new = merged(known, heard, known.address.country)
    for field, role in heard.forgotten:
        new = forget(new, field, role)
    return new


def everywhere(known: NewCustomer, **parts: str) -> NewCustomer:
    contact = replace(known.admin, **parts)
    return replace(known, admin=contact, billing=contact, technical=contact)


@pytest.mark.parametrize(
    "text",
    [
        "esta mal el telefono, es 5598765432",
        "el telefono esta mal es 55 9876 5432",
        "no, el tel es 5598765432",
        "perdon el telefono no es ese, es 5598765432",
        "cambia el telefono a 55-9876-5432",
        "the phone is wrong, it's +52 55 9876 5432",
        "sorry, phone should be 5598765432",
        "o telefone está errado, é 5598765432",
        "me equivoque en el celular: 5598765432",
    ],
)
def test_a_phone_number_is_corrected(text: str) -> None:
    assert after(text) == everywhere(TACOS, phone="+525598765432")


@pytest.mark.parametrize(
    "text",
    [
        "el correo es ana.ruiz@tacos.mx",
        "esta mal el mail es ana.ruiz@tacos.mx",
        "email should be ana.ruiz@tacos.mx",
        "wrong email, it's ana.ruiz@tacos.mx",
        "o e-mail certo é ana.ruiz@tacos.mx",
    ],
)
def test_an_e_mail_address_is_corrected(text: str) -> None:
    assert after(text) == everywhere(TACOS, email="ana.ruiz@tacos.mx")


@pytest.mark.parametrize(
    "text",
    [
        "el nombre es Ana Maria Ruiz",
        "el nombre del contacto es ana maria ruiz",
        "the contact's name is Ana Maria Ruiz",
        "contact name: Ana Maria Ruiz",
        "o nome do contato é Ana Maria Ruiz",
        "esta mal el nombre, es Ana Maria Ruiz",
    ],
)
def test_a_name_that_looks_like_the_contact_s_is_the_contact_s(text: str) -> None:
    assert after(text) == everywhere(TACOS, first_name="Ana", last_name="Maria Ruiz")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("el nombre es Tacos La Güera", "Tacos La Güera"),
        ("el nombre es Taqueria Ruiz SA de CV", "Taqueria Ruiz SA de CV"),
        ("el nombre de la empresa es Ana Ruiz Catering", "Ana Ruiz Catering"),
        ("company name is wrong, should be Tacos Inc", "Tacos Inc"),
        ("the customer's name is Joy Salon", "Joy Salon"),
        ("o nome da empresa é Padaria Nova", "Padaria Nova"),
        ("la razon social es Grupo Norte SC", "Grupo Norte SC"),
    ],
)
def test_a_company_s_name_stays_the_company_s(text: str, name: str) -> None:
    assert after(text) == replace(TACOS, name=name)


def test_another_person_s_name_is_the_contact_s() -> None:
    assert after("the name is Peter Gibbs", known=SHEARS) == everywhere(
        SHEARS, first_name="Peter", last_name="Gibbs"
    )
    assert after("el nombre es Pedro Gil") == everywhere(TACOS, first_name="Pedro", last_name="Gil")


@pytest.mark.parametrize(
    "text",
    [
        "el apellido es Ruiz Gil",
        "esta mal el apellido, es ruiz gil",
        "last name should be Ruiz Gil",
        "o sobrenome é Ruiz Gil",
        "el apellido no es Ruiz, es Ruiz Gil",
    ],
)
def test_a_last_name_is_corrected(text: str) -> None:
    assert after(text) == everywhere(TACOS, last_name="Ruiz Gil")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("la calle es Av. Juarez 54", "street", "Av. Juarez 54"),
        ("esta mal la calle, es Morelos 8", "street", "Morelos 8"),
        ("street should be 14 Main St", "street", "14 Main St"),
        ("a rua é Rua das Flores 10", "street", "Rua das Flores 10"),
        ("el codigo postal es 06060", "postal_code", "06060"),
        ("cp 06060", "postal_code", "06060"),
        ("the postcode is wrong, 06060", "postal_code", "06060"),
        ("perdon, la ciudad es Toluca", "city", "Toluca"),
        ("la ciudad es La Paz", "city", "La Paz"),
        ("city is Leon", "city", "Leon"),
        ("a cidade é Campinas", "city", "Campinas"),
        ("el estado es Jalisco", "state", "Jalisco"),
    ],
)
def test_one_part_of_the_address_is_corrected(text: str, field: str, value: str) -> None:
    assert after(text) == replace(TACOS, address=replace(HERE, **{field: value}))


def test_two_things_are_corrected_at_once() -> None:
    found = after("el telefono es 5598765432 y el correo ana.ruiz@tacos.mx")
    assert found == everywhere(TACOS, phone="+525598765432", email="ana.ruiz@tacos.mx")


def test_only_the_contact_that_is_named_is_corrected() -> None:
    luis = Contact("Luis", "Gil", "luis@tacos.mx", "+525511112222")
    apart = replace(TACOS, billing=luis)
    found = after("el telefono de facturacion es 5598765432", known=apart)
    assert found == replace(apart, billing=replace(luis, phone="+525598765432"))


@pytest.mark.parametrize(
    "text", ["esta mal el telefono", "the phone is wrong", "o telefone está errado", "cambiar el telefono"]
)
def test_what_is_only_said_to_be_wrong_is_asked_for_again(text: str) -> None:
    assert after(text) == everywhere(TACOS, phone="")


@pytest.mark.parametrize("step", [Step.CUSTOMER_ADDRESS, Step.PAYMENT, Step.ADD_ONS, Step.CONTACT_BILLING])
def test_it_does_not_matter_what_was_asked(step: Step) -> None:
    known = replace(TACOS, billing=Contact(), technical=Contact())
    assert after("no, el correo esta mal, es ana.ruiz@tacos.mx", step, known).address == HERE
    if step is not Step.CONTACT_BILLING:
        assert after("no, el correo es ana.ruiz@tacos.mx", step, known).admin.email == "ana.ruiz@tacos.mx"


@pytest.mark.parametrize(
    "text",
    ["es persona fisica", "no es empresa, es persona fisica", "it's a private person", "é pessoa física"],
)
def test_the_kind_of_customer_is_corrected(text: str) -> None:
    assert after(text).type is AccountType.PERSONAL


@pytest.mark.parametrize(
    "text",
    ["cual es el telefono?", "mejor 30", "quita teams phone", "el mas barato", "si", "es para la espiga"],
)
def test_what_is_no_correction_corrects_nothing(text: str) -> None:
    assert after(text) == TACOS


def test_a_contact_of_an_unset_role_is_still_an_answer() -> None:
    known = replace(TACOS, billing=Contact())
    heard = read_customer(
        "el nombre es Luis Gil", Situation(Step.CONTACT_BILLING, known, "MX", lambda start, end: False)
    )
    assert heard.contacts == {ContactRole.BILLING: Contact("Luis", "Gil")}


@pytest.mark.parametrize("text", ["no, es empresa", "es una empresa", "it's a company", "não, é empresa"])
def test_a_company_after_all(text: str) -> None:
    private = replace(TACOS, type=AccountType.PERSONAL)
    assert after(text, Step.CONFIRM, private).type is AccountType.COMMERCIAL


def test_a_company_s_name_and_a_us_address_are_no_person_where_a_person_was_asked_for() -> None:
    known = replace(SHEARS, admin=Contact(phone="+14155552671"), billing=Contact(), technical=Contact())
    assert after("it's Shear Joy LLC", Step.CONTACT_ADMIN, known) == replace(known, name="Shear Joy LLC")
    found = after("14 Market St, San Francisco, CA 94105", Step.CONTACT_ADMIN, known)
    assert found.address == Address("14 Market St", "94105", "San Francisco", "CA", "US")
    found = after("email is joy@shear.com please", Step.CONTACT_ADMIN, known)
    assert found.admin == Contact(email="joy@shear.com", phone="+14155552671")


@pytest.mark.parametrize(
    "text",
    ["her name is Louise", "his name's Louise", "she's called Louise", "the name is Louise"]
    + ["se llama Louise", "ella se llama Louise", "ela se chama Louise", "o nome dela é Louise"],
)
def test_a_person_is_named_and_not_the_company(text: str) -> None:
    assert after(text, Step.PAYMENT) == everywhere(TACOS, first_name="Louise")


@pytest.mark.parametrize(
    "text", ["it's called Tacos Lolita", "they're called Tacos Lolita", "se llama Tacos Lolita"]
)
def test_the_company_is_named_and_no_person(text: str) -> None:
    assert after(text, Step.PAYMENT) == replace(TACOS, name="Tacos Lolita")
