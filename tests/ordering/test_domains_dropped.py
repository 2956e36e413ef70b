"""A domain that goes, or is none of the order's business, by whatever words."""

import pytest

from bot.ordering.draft import DomainChoice, Step
from tests.ordering.domain_shop import MAIL, OWN, asked, contest, heard, said

OWN_STEP = Step.DOMAIN


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("el segundo dominio no", ["tornillo.com"]),
        ("o segundo domínio não, obrigado", ["tornillo.com"]),
        ("not the first domain", ["x.mx"]),
        ("el primer dominio no", ["x.mx"]),
        ("el dominio no", []),
        ("ya tienen uno, el dominio quítalo", []),
    ],
)
def test_the_first_or_the_second_domain_goes_by_its_number(text, left):
    draft = OWN.with_extra_domain(DomainChoice("x.mx"))
    outcome = said(text, draft=draft, step=Step.CONFIRM, intent="deny")
    assert [choice.name for choice in outcome.draft.domains()] == left


@pytest.mark.parametrize(
    "text",
    [
        "eles já têm o domínio, tira",
        "ya tienen dominio, quítalo",
        "they already have a domain, take it out",
        "oh they have their own domain, drop it",
    ],
)
def test_whose_own_domain_it_is_drops_the_one_of_the_order(text):
    outcome = said(text, draft=OWN, step=Step.CONFIRM, intent="remove")
    assert (outcome.draft.domains(), outcome.wishes) == ([], [])


@pytest.mark.parametrize(
    "text", ["el .com está mal", "the .com is wrong", "o .com tá errado", "tornillo.com is wrong"]
)
def test_a_domain_that_is_wrong_is_asked_for_again(text):
    outcome = said(text, draft=OWN, step=Step.CONFIRM, intent="inform")
    assert asked(outcome) == {Step.DOMAIN: "ask_another_domain"}


@pytest.mark.parametrize(
    "text",
    [
        "it's theirs, but we don't have the code",
        "es de ellos pero no tenemos el código",
        "é deles mas não temos o código",
    ],
)
def test_who_has_no_code_is_not_asked_for_it(text):
    outcome = said(text, draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest(), intent="ask_auth_code")
    assert asked(outcome) == {Step.DOMAIN_TAKEN: "auth_code_missing"}


@pytest.mark.parametrize(
    "text",
    [
        "não precisa registrar, já é deles: a-b.com",
        "ela ja tem dominio, a-b.com, nao precisa registrar",
        "a-b.com, não é necessário registrar",
        "they already have a-b.com, no need to register it",
        "a-b.com, you don't have to register it",
        "ya tienen dominio, a-b.com, no hace falta registrarlo",
        "a-b.com, no hay que registrarlo",
    ],
)
def test_what_need_not_be_registered_is_left_out(text):
    assert heard(text, "a-b.com", step=OWN_STEP).none


@pytest.mark.parametrize(
    "text",
    [
        "tengo en la otra línea al dueño, quiere su página, dominio a-b.com",
        "lo tengo al teléfono, dominio a-b.com",
        "I have them on the phone, they want their own domain, a-b.com",
        "tenho o dono na linha, quer o site dele, dominio a-b.com",
        "a-b.com, they haven't registered it yet",
    ],
)
def test_who_is_on_the_phone_or_wants_a_page_has_no_domain(text):
    (found,) = heard(text, "a-b.com", step=OWN_STEP).names
    assert (found.theirs, found.transfer, found.removed) == (False, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "es de otra empresa",
        "belongs to someone else",
        "it's another company's",
        "é de outra empresa",
        "pertenece a otra persona",
    ],
)
def test_what_is_somebody_elses_is_not_transferred(text):
    outcome = said(text, draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest(), intent="deny")
    assert asked(outcome) == {Step.DOMAIN_TAKEN: "domain_other"}


@pytest.mark.parametrize("text", ["¿qué es transferir?", "o que é transferir?", "what does transfer mean?"])
def test_who_asks_what_a_transfer_is_starts_none(text):
    outcome = said(text, draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest(), intent="inform")
    assert (asked(outcome), outcome.wishes) == ({Step.DOMAIN_TAKEN: "domain_taken"}, [])


@pytest.mark.parametrize(
    "text",
    ["lo quieren dejar con su proveedor", "querem manter na locaweb", "querem deixar no registrador deles"],
)
def test_what_stays_with_its_registrar_is_left_for_them(text):
    outcome = said(text, draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest(), intent="nlu_fallback")
    assert outcome.draft.domain == DomainChoice(None)


@pytest.mark.parametrize(
    "text",
    [
        "a-b.com si está libre",
        "quiero a-b.com si está disponible",
        "a-b.com if it's free",
        "a-b.com se estiver livre",
    ],
)
def test_a_name_is_wanted_if_it_is_free(text):
    (wish,) = said(text, "a-b.com", draft=MAIL, step=OWN_STEP, intent="ask_domain").wishes
    assert not wish.asked


@pytest.mark.parametrize(
    "text", ["checa a-b.com si está libre", "see if a-b.com is free", "a-b.com, ¿está libre?"]
)
def test_whether_it_is_free_may_only_be_asked(text):
    (wish,) = said(text, "a-b.com", draft=MAIL, step=OWN_STEP, intent="ask_domain").wishes
    assert wish.asked


@pytest.mark.parametrize(
    "text", ["one more domain: a-b.com", "mais um domínio: a-b.com", "un dominio más, otro dominio: a-b.com"]
)
def test_one_more_domain_is_additional(text):
    (wish,) = said(text, "a-b.com", draft=OWN, step=Step.CONFIRM, intent="inform").wishes
    assert wish.is_extra


@pytest.mark.parametrize(
    "text",
    [
        "no quieren registrar el .mx, solo a-b.com",
        "não registra o .mx, só a-b.com",
        "don't register the .mx, just a-b.com",
    ],
)
def test_what_is_not_to_be_registered_is_not(text):
    outcome = said(text, "a-b.com", draft=MAIL, step=OWN_STEP, intent="inform")
    assert [wish.domain.name for wish in outcome.wishes] == ["a-b.com"]
