"""One person for several roles of a new customer, however and wherever somebody says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.customer import Address, Contact, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Step
from bot.ordering.newcomer import HeardCustomer
from tests.ordering.newcomers import ANA, HERE, KNOWN, described, hear

WHO = "Ana Ruiz, ana@tacos.mx, +52 55 1234 5678"
LUIS = Contact("Luis", "Gil", "luis@tacos.mx", "+525512345679")
LW = "Luis Gil, luis@tacos.mx, 55 1234 5679"
NOBODY = Contact()
FOR_ALL = [
    "the same person for billing, technical and admin",
    "same for billing, technical, admin",
    "for admin, billing and technical contact",
    "same for everything",
    "same across the board",
    "all three roles",
    "she handles billing and tech too",
    "admin, billing and tech all go to her",
    "she covers all three",
    "one contact for everything",
    "la misma persona para facturación, técnico y administrativo",
    "igual para los tres",
    "Ana para todo",
    "ella es todo",
    "vale para facturación, técnico y admin",
    "facturación, técnico: igual",
    "único contacto",
    "o mesmo contato vale para faturamento, técnico e administrativo",
    "a mesma para os três",
    "ela responde por tudo",
    "contato único",
    "faturamento, técnico e administrativo com ela",
]


def after(text: str, step: Step | None, known: NewCustomer) -> NewCustomer:
    return merged(known, hear(text, step, known).newcomer or HeardCustomer(), "MX")


def people(new: NewCustomer) -> tuple[Contact, Contact, Contact]:
    return new.admin, new.billing, new.technical


@pytest.mark.parametrize("text", FOR_ALL)
@pytest.mark.parametrize("mark", [", ", ". ", "\n", " - "])
def test_behind_the_person_in_a_block(text, mark):
    known = replace(KNOWN, admin=NOBODY)
    assert people(after(WHO + mark + text, Step.CONTACT_ADMIN, known)) == (ANA, ANA, ANA)
    block = f"Av. Juárez 12, 06050 CDMX. {WHO}{mark}{text}"
    new = after(block, Step.CUSTOMER_ADDRESS, replace(known, address=Address()))
    assert (people(new), new.address) == ((ANA, ANA, ANA), HERE)


@pytest.mark.parametrize("text", FOR_ALL)
def test_where_the_next_contact_is_asked_for(text):
    assert people(after(text, Step.CONTACT_BILLING, KNOWN)) == (ANA, ANA, ANA)
    assert people(after(text, Step.CONTACT_TECHNICAL, replace(KNOWN, billing=ANA))) == (ANA, ANA, ANA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Contact: {WHO}. Technical is the same, billing is {LW}", (ANA, LUIS, ANA)),
        (f"Contacto: {WHO}. El técnico es el mismo y el de facturación es {LW}", (ANA, LUIS, ANA)),
        (f"Admin: {WHO}\nBilling and technical: {LW}", (ANA, LUIS, LUIS)),
        (
            f"Admin: {WHO}\nBilling & tech contact:\nLuis Gil\nluis@tacos.mx\n55 1234 5679",
            (ANA, LUIS, LUIS),
        ),
        (f"Administrativo y técnico: {WHO}; facturación: {LW}", (ANA, LUIS, ANA)),
        (f"Contato administrativo, financeiro e técnico: {WHO}", (ANA, ANA, ANA)),
        (f"Contact for everything: {WHO}", (ANA, ANA, ANA)),
        (f"Contato único: {WHO}", (ANA, ANA, ANA)),
        (f"la misma persona para facturación, técnico y admin: {WHO}", (ANA, ANA, ANA)),
        (f"el contacto para los tres es {WHO}", (ANA, ANA, ANA)),
        (f"{WHO}. That's all", (ANA, NOBODY, NOBODY)),
        (f"{WHO}, eso es todo", (ANA, NOBODY, NOBODY)),
    ],
)
def test_some_are_the_same_and_others_are_not(text, expected):
    known = replace(KNOWN, admin=NOBODY)
    assert people(after(text, Step.CONTACT_ADMIN, known)) == expected
    new = after(f"cliente nuevo Tacos El Güero. {text}\nAv. Juárez 12\n06050 CDMX", None, NewCustomer())
    assert (people(new), new.address) == (expected, HERE)


@pytest.mark.parametrize(
    "name",
    ["Usina Três Capelas Ltda", "Yerbatera Las Tres Marías SRL", "Tres Arroyos SA", "Three Rivers Dairy"]
    + ["All Saints Clinic", "Everything Garden Ltd", "Tudo Bem Padaria"],
)
def test_a_company_s_name_names_nobody_for_all(name):
    text = f"Tipo: empresa\nCliente: {name}\nContato: Ana Ruiz\nE-mail: ana@tacos.mx"
    heard = hear(text, Step.CUSTOMER_TYPE, NewCustomer()).newcomer
    assert heard is not None
    assert (heard.name, heard.contacts["admin"].name, heard.same) == (name, "Ana Ruiz", {})


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, ana@pino.example, 33 3612 3456 (admin), Luis Gil, luis@pino.example, 33 3612 3457 "
        "(facturación), Eva Sol, eva@pino.example, 33 3612 3458 (técnico)",
        "Ana Ruiz - ana@pino.example - 33 3612 3456 - administrativo\nLuis Gil - luis@pino.example - "
        "33 3612 3457 - financeiro\nEva Sol - eva@pino.example - 33 3612 3458 - técnico",
        "Ana Ruiz ana@pino.example 33 3612 3456 (admin contact); Luis Gil luis@pino.example 33 3612 3457 "
        "(billing); Eva Sol eva@pino.example 33 3612 3458 (tech)",
        "Administrativo\nAna Ruiz\nana@pino.example\n33 3612 3456\nFacturación\nLuis Gil\nluis@pino.example\n"
        "33 3612 3457\nTécnico\nEva Sol\neva@pino.example\n33 3612 3458",
    ],
)
@pytest.mark.parametrize("step", [None, Step.CONTACT_ADMIN])
def test_a_role_behind_its_person_or_in_front(text, step):
    where = "" if step else "cliente nuevo Muebles Pino SA de CV, Calle Luna 3, 44100 Guadalajara\n"
    new = described(where + text, step, KNOWN.without("admin") if step else None)
    reached = [(one.name, one.email[:3], one.phone[-1]) for one in (new.admin, new.billing, new.technical)]
    assert reached == [("Ana Ruiz", "ana", "6"), ("Luis Gil", "lui", "7"), ("Eva Sol", "eva", "8")]
    assert where == "" or new.address.city == "Guadalajara"


def test_two_roles_behind_one_person():
    text = "Ana Ruiz ana@pino.example 33 3612 3456 (admin), Luis Gil luis@x.mx 33 3612 3457 (pagos, tech)"
    new = described(text, Step.CONTACT_ADMIN, KNOWN.without("admin"))
    assert (new.admin.name, new.billing.name, new.technical) == ("Ana Ruiz", "Luis Gil", new.billing)


@pytest.mark.parametrize(
    "same",
    [
        "Financeiro e técnico: a mesma Ilse",
        "Financeiro e técnico: Ilse também",
        "Financeiro e técnico: a Ilse mesmo",
        "Técnico e financeiro: a mesma Ilse acima",
        "Billing and technical: same Ilse",
        "Facturación y técnico: la misma Ilse",
    ],
)
def test_a_first_name_alone_takes_no_surname_away(same: str) -> None:
    admin = "Administrativo: Ilse Hornburg, ilse@hornburgfilhos.example, (47) 3433-2210"
    new = described(f"{admin}\n{same}", Step.CUSTOMER_TYPE, NewCustomer())
    for contact in (new.admin, new.billing, new.technical):
        assert (contact.first_name, contact.last_name) == ("Ilse", "Hornburg")
