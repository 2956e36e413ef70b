"""Domains as people in a hurry write them: in pieces, either of two, wrong, given up."""

import re

import pytest

from bot.ordering.domains import BadDomain, DomainName, read_domain
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.heard import Entity
from bot.ordering.meaning import lets_go
from bot.ordering.outcome import DomainWish
from bot.ordering.reading import Sentence, listen
from tests.ordering.domain_shop import (
    ACME,
    FREE,
    MAIL,
    OWN,
    SHOP,
    asked,
    contest,
    heard,
    reasons,
    said,
    settled,
    wishes,
)
from tests.ordering.shops import hear

OWN_STEP, CODE, IN_QUESTION, MORE = Step.DOMAIN, Step.AUTH_CODE, Step.DOMAIN_TAKEN, Step.EXTRA_DOMAINS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("laespiga . com", ["laespiga.com"]),
        ("laespiga. com", ["laespiga.com"]),
        ("laespiga,com", ["laespiga.com"]),
        ("LaEspiga com", ["laespiga.com"]),
        ("laespiga com mx", ["laespiga.com.mx"]),
        ("laespiga .com y .mx", ["laespiga.com", "laespiga.mx"]),
        ("el .com y el .mx de laespiga", ["laespiga.com", "laespiga.mx"]),
        ("la espiga .com", ["laespiga.com"]),
        ("que es", []),
        ("el .mx", []),
        ("no, es", []),
    ],
)
def test_a_name_in_pieces_is_put_together_where_one_is_asked_for(text, names):
    assert [name.text for name in heard(text, step=OWN_STEP).names] == names
    assert heard(text, step=Step.TERM).names == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("acme..com", "acme.com"),
        ("mail.acme.com", "acme.com"),
        ("a.b.acme.com.mx", "acme.com.mx"),
        ("com.mx.", None),
    ],
)
def test_a_name_is_read_down_to_what_can_be_registered(text, name):
    read = read_domain(text, SHOP.catalog)
    assert (read.name if isinstance(read, DomainName) else None) == name


@pytest.mark.parametrize("text", ["acme.com.au", "acme.gob.mx", "acme.com.com", "www.acme.edu.mx"])
def test_what_is_below_an_ending_that_is_not_sold_is_no_domain_of_that_name(text):
    read = read_domain(text, SHOP.catalog)
    assert isinstance(read, BadDomain)
    assert (read.reason, read.suggestions[0]) == ("domain_ending_not_sold", "acme.com")


@pytest.mark.parametrize(
    "text",
    [
        "a-b.com o c-d.mx",
        "a-b.com or c-d.mx",
        "a-b.com or c-d.mx, are they free?",
    ],
)
def test_either_of_two_is_not_both(text):
    outcome = said(text, "a-b.com", "c-d.mx", draft=MAIL, step=OWN_STEP)
    question = outcome.questions[OWN_STEP]
    assert (outcome.wishes, question.reason, question.choices) == ([], "domain_which", ("a-b.com", "c-d.mx"))


@pytest.mark.parametrize(
    "text",
    [
        "a-b.com si está libre, si no c-d.mx",
        "a-b.com, senão c-d.mx",
        "a-b.com y si ya está ganado pues c-d.mx",
        "a-b.com, if that's taken c-d.mx",
        "a-b.com, and if it's registered already then c-d.mx",
        "a-b.com or c-d.mx, whichever is free",
        "a-b.com o c-d.mx, el que esté libre",
        "a-b.com ou c-d.mx, o que estiver livre",
        "a-b.com, y si no se puede, c-d.mx",
        "eles pediram a-b.com, se já tiver dono, c-d.mx",
    ],
)
@pytest.mark.parametrize("intent", ["inform", "ask_domain"])
def test_the_first_that_is_free_is_wanted(text, intent):
    outcome = said(text, "a-b.com", "c-d.mx", draft=MAIL, step=OWN_STEP, intent=intent)
    wish = outcome.wishes[0]
    assert (wishes(outcome), outcome.questions) == ([("a-b.com", False)], {})
    assert ([one.name for one in wish.or_else], wish.theirs, wish.asked) == (["c-d.mx"], False, False)


@pytest.mark.parametrize(
    "text",
    [
        "cambia el dominio",
        "el dominio está mal",
        "me equivoqué de dominio",
        "wrong domain",
        "o domínio está errado",
    ],
)
def test_a_domain_that_is_wrong_is_replaced_by_the_next_name(text):
    outcome = said(text, draft=OWN, step=Step.CONFIRM)
    assert asked(outcome) == {OWN_STEP: "ask_another_domain"}
    other = said("x.net", "x.net", draft=OWN, step=OWN_STEP, questions=outcome.questions)
    assert wishes(other) == [("x.net", False)]
    kept = said("no", draft=OWN, step=OWN_STEP, intent="deny", questions=outcome.questions)
    assert (kept.draft, kept.questions) == (OWN, {})
    gone = said("después", draft=OWN, step=OWN_STEP, intent="skip", questions=outcome.questions)
    assert (gone.draft.domain, reasons(gone)) == (DomainChoice(None), ["domain_removed"])


@pytest.mark.parametrize(
    "text",
    [
        "regístralo",
        "ok, cómpralo",
        "va, me lo quedo",
        "register it",
        "great, take it",
        "no, entonces regístralo",
        "sweet, grab it",
        "pode registrar",
        "ótimo, quero esse",
    ],
)
def test_a_free_name_that_is_offered_is_taken_by_any_word_for_it(text):
    offer = settled(DomainWish(ACME, theirs=True), FREE)
    assert said(text, draft=MAIL, step=OWN_STEP, questions=offer.questions).wishes == [DomainWish(ACME)]


@pytest.mark.parametrize("text", ["too pricey, leave that one", "uy, muy caro", "tá caro"])
def test_a_free_name_that_is_too_dear_is_not_taken(text):
    offer = settled(DomainWish(ACME, asked=True), FREE, OWN)
    assert asked(offer) == {MORE: "extra_domain_offer"}
    outcome = said(text, draft=OWN, step=MORE, intent="nlu_fallback", questions=offer.questions)
    assert (outcome.wishes, outcome.draft, outcome.questions) == ([], OWN, {})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("it's blue fern studio.com, all one word", "bluefernstudio.com"),
        ("el dominio es tornillos del norte.com.mx todo junto", "tornillosdelnorte.com.mx"),
        ("bom, pães da vó.net, tudo junto", "pãesdavó.net"),
    ],
)
def test_a_name_in_one_word_is_all_that_was_said(text, name):
    tagged = re.search(r"\S+\.[a-z.]+[a-z]", text).group()
    assert [one.text for one in heard(text, tagged, step=OWN_STEP).names] == [name]


@pytest.mark.parametrize("text", ["y de una vez el .mx", "throw in the .mx", "aproveita e pega o .mx"])
def test_what_is_taken_along_is_added(text):
    assert wishes(said(text, draft=OWN, step=Step.CONFIRM)) == [("tornillo.mx", True)]


def test_an_ending_of_two_parts_is_no_name():
    text = "uy no, mejor el com.mx"
    assert wishes(said(text, "com.mx", draft=OWN, step=Step.CONFIRM)) == [("tornillo.com.mx", False)]


def test_a_free_name_that_is_refused_is_not_taken():
    offer = settled(DomainWish(ACME, theirs=True), FREE)
    for text in ("no, don't take it", "no lo quiero", "não quero esse"):
        assert said(text, draft=MAIL, step=OWN_STEP, intent="deny", questions=offer.questions).wishes == []


@pytest.mark.parametrize("text", ["x.net, and grab the .org too", "x.net y también el .org"])
def test_an_ending_is_of_the_name_that_is_named_with_it(text):
    assert wishes(said(text, "x.net", draft=MAIL, step=OWN_STEP)) == [("x.net", False), ("x.org", True)]


@pytest.mark.parametrize("text", ["corre en asp.net", "it's a node.js site.", "é feito em ASP.NET, viu"])
def test_software_is_no_domain(text):
    assert heard(text, step=OWN_STEP).names == ()


def test_another_name_of_theirs_is_theirs_too_and_the_same_name_is_taken():
    offer = settled(DomainWish(ACME, theirs=True), FREE)
    for name, wish in (
        ("acme.com", DomainWish(ACME)),
        ("b.com", DomainWish(DomainName("b.com", "b.com"), theirs=True)),
    ):
        assert said(name, name, draft=MAIL, step=OWN_STEP, questions=offer.questions).wishes == [wish]


def test_only_a_no_is_a_no():
    outcome = said("ese lo quiero", draft=MAIL, step=IN_QUESTION, intent="deny", questions=contest())
    assert asked(outcome) == {IN_QUESTION: "domain_taken"}


def test_where_the_code_is_to_be_had_is_told_to_who_says_where_the_domain_is():
    questions = contest("ask_auth_code", transfer=True)
    outcome = said("está en godaddy", draft=MAIL, step=CODE, intent="chitchat", questions=questions)
    assert (reasons(outcome), asked(outcome)) == (["auth_code"], {CODE: "ask_auth_code"})


@pytest.mark.parametrize(
    ("text", "is_given_up"),
    [
        ("olvídalo", True),
        ("forget it, thanks", True),
        ("never mind", True),
        ("esquece", True),
        ("deixa pra lá", True),
        ("olvida a La Espiga", False),
        ("cancela", False),
        ("cancela todo", False),
    ],
)
def test_what_was_just_asked_is_given_up(text, is_given_up):
    assert lets_go(text) is is_given_up


@pytest.mark.parametrize(
    "text", ["cambia tornillo.com por x.net", "change tornillo.com to x.net", "troca tornillo.com por x.net"]
)
def test_one_name_is_swapped_for_another(text):
    outcome = said(text, "tornillo.com", "x.net", draft=OWN, step=Step.CONFIRM)
    assert (wishes(outcome), reasons(outcome)) == ([("x.net", False)], ["domain_removed"])


@pytest.mark.parametrize(
    "text", ["quita el dominio, ya tienen a-b.com", "no domain, they already have a-b.com"]
)
def test_who_has_a_domain_and_wants_none_gets_none(text):
    for draft, step in ((OWN, Step.CONFIRM), (MAIL, OWN_STEP)):
        outcome = said(text, "a-b.com", draft=draft, step=step, intent="remove")
        assert (outcome.draft.domain, outcome.wishes) == (DomainChoice(None), [])


@pytest.mark.parametrize(
    "text", ["is a-b.com already registered?", "¿ya está registrado a-b.com?", "tem a-b.com?"]
)
def test_a_question_claims_nothing(text):
    outcome = said(text, "a-b.com", draft=MAIL, step=OWN_STEP, intent="ask_domain")
    assert [wish.theirs for wish in outcome.wishes] == [False]


def test_a_domain_beside_other_data_is_heard():
    text = "a-b.com y manda las credenciales a luis@tacos.com"
    entities = [Entity("domain", "a-b.com", 0, 7), Entity("email", "luis@tacos.com", 35, 49)]
    domains = listen(Sentence(text, entities, SHOP, MAIL, OWN_STEP, "inform")).domains
    assert [name.text for name in domains.names] == ["a-b.com"]


def test_a_mailbox_at_google_is_no_add_on_of_google():
    assert hear("mi cliente ya tiene correo en gmail", OWN_STEP, Draft(plan="GST", quantity=8)).add_ons == ()


@pytest.mark.parametrize("text", ["el .com", "punto com", ".com please", "o .com"])
def test_an_ending_that_was_lacking_is_given(text):
    lacking = said("tacos", draft=MAIL, step=OWN_STEP)
    assert asked(lacking) == {OWN_STEP: "domain_no_ending"}
    outcome = said(text, draft=MAIL, step=OWN_STEP, questions=lacking.questions)
    assert wishes(outcome) == [("tacos.com", False)]
