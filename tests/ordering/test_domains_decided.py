"""What becomes of the order when domains are named, added, taken out, or asked about."""

from decimal import Decimal

import pytest

from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.money import Money
from bot.ordering.order import DomainCheck, DomainState
from bot.ordering.outcome import DomainWish, Question
from tests.ordering.domain_shop import (
    ACME,
    FREE,
    MAIL,
    OWN,
    SHOP,
    TAKEN,
    asked,
    contest,
    heard,
    reasons,
    said,
    settled,
    wishes,
)
from tests.ordering.shops import hear

IN_QUESTION, CODE, OWN_STEP, MORE = Step.DOMAIN_TAKEN, Step.AUTH_CODE, Step.DOMAIN, Step.EXTRA_DOMAINS


def test_the_first_name_is_the_plans_own_and_the_others_are_additional():
    outcome = said("con a-b.com y c-d.mx", "a-b.com", "c-d.mx", draft=MAIL, step=None, intent="order")
    assert wishes(outcome) == [("a-b.com", False), ("c-d.mx", True)]


def test_a_name_without_an_also_takes_the_place_of_the_plans_own():
    assert wishes(said("mejor con x.net", "x.net", draft=OWN, step=Step.CONFIRM)) == [("x.net", False)]
    assert wishes(said("agrega x.net", "x.net", draft=OWN, step=Step.CONFIRM)) == [("x.net", True)]


def test_an_also_without_a_domain_so_far_names_the_plans_own():
    assert wishes(said("agrega x.net", "x.net", draft=MAIL, step=OWN_STEP)) == [("x.net", False)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ñandú.COM.ar.", "xn--and-6ma2c.com.ar"),
        ("https://www.Tornillo.com/x?y=1", "tornillo.com"),
        ("tornillo punto com", "tornillo.com"),
        ("TORNILLO.COM", "tornillo.com"),
    ],
)
def test_names_are_understood_as_people_write_them(text, name):
    assert wishes(said(text, text, draft=MAIL, step=OWN_STEP)) == [(name, False)]


def test_an_unusable_name_is_complained_about_where_it_belongs():
    assert asked(said("-x.com", "-x.com", draft=MAIL, step=OWN_STEP)) == {OWN_STEP: "domain_not_valid"}
    outcome = said("agrega foo.zzz", "foo.zzz", draft=OWN, step=Step.TERM)
    assert asked(outcome) == {MORE: "domain_ending_not_sold"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [("-x.com", ("x.com",)), ("mi_tienda.mx", ("mi-tienda.mx",)), ("--.com", ()), ("$$$", ())],
)
def test_an_unusable_name_comes_with_the_nearest_usable_one(text, meant):
    assert said(text, draft=MAIL, step=OWN_STEP).questions[OWN_STEP].choices == meant


def test_a_plan_that_takes_no_domain_gets_none():
    backup = Draft(plan="BAK", quantity=5)
    outcome = said("con x.com", "x.com", draft=backup, step=Step.TERM)
    assert (reasons(outcome), outcome.wishes, outcome.draft) == (["domain_not_needed"], [], backup)


def test_a_change_to_such_a_plan_takes_all_domains_and_questions_away():
    draft = OWN.with_extra_domain(DomainChoice("x.mx"))
    outcome = said("mejor backup pro", draft=draft, step=Step.CONFIRM, questions=contest(draft=draft))
    assert outcome.draft.domains() == []
    assert outcome.questions == {}
    assert "domain_not_needed" in reasons(outcome)


def test_a_free_name_enters_with_its_price():
    outcome = settled(DomainWish(ACME), FREE)
    assert outcome.draft.domain == DomainChoice("acme.com")
    assert outcome.notes[0].data["amount"] == Money(Decimal("12.99"), "USD")


def test_a_free_additional_name_is_a_line_of_its_own():
    draft = settled(DomainWish(ACME, is_extra=True), FREE, OWN).draft
    request = draft.request(SHOP.catalog, "R")
    assert request is not None
    assert request.lines[0].parameters == (("domain", "tornillo.com"),)
    assert [line.parameters for line in request.lines[1:]] == [
        (("domain", "tornillo.com"), ("action", "register")),
        (("domain", "acme.com"), ("action", "register")),
    ]
    assert {line.mpn for line in request.lines[1:]} == {"DOM-COM"}


def test_a_taken_name_is_settled_after_the_plan_is_known():
    outcome = settled(DomainWish(ACME), TAKEN, Draft())
    assert outcome.next_step(SHOP.catalog) is Step.PLAN


def test_domains_are_taken_out_by_name_and_by_ending():
    draft = OWN.with_extra_domain(DomainChoice("x.mx")).with_extra_domain(DomainChoice("y.net"))
    by_name = said("quita x.mx", "x.mx", draft=draft, step=Step.CONFIRM, intent="remove").draft
    assert [choice.name for choice in by_name.domains()] == ["tornillo.com", "y.net"]
    by_ending = said("quita el .net", draft=draft, step=Step.CONFIRM, intent="remove").draft
    assert [choice.name for choice in by_ending.domains()] == ["tornillo.com", "x.mx"]
    own = said("quita tornillo.com", "tornillo.com", draft=draft, step=Step.CONFIRM, intent="remove").draft
    assert own.domain == DomainChoice("x.mx")  # what was additional takes its place


def test_what_is_not_in_the_order_is_not_added_by_taking_it_out():
    outcome = said("quita z.com", "z.com", draft=OWN, step=Step.CONFIRM, intent="remove")
    assert (reasons(outcome), outcome.wishes) == (["domain_not_in_order"], [])


def test_sin_dominio_takes_all_out_and_sin_adicionales_the_additional_ones():
    draft = OWN.with_extra_domain(DomainChoice("x.mx"))
    assert said("sin dominio", draft=draft, step=Step.CONFIRM, intent="skip").draft.domains() == []
    kept = said("sin dominios adicionales", draft=draft, step=Step.CONFIRM, intent="no_more").draft
    assert [choice.name for choice in kept.domains()] == ["tornillo.com"]


def test_additional_domains_are_asked_for_only_on_request():
    assert asked(said("otro dominio", draft=OWN, step=Step.TERM)) == {MORE: "ask_extra_domains"}
    questions = {MORE: Question(MORE, "ask_extra_domains")}
    several = said("a.com y b.net", "a.com", "b.net", draft=OWN, step=MORE, questions=questions)
    assert wishes(several) == [("a.com", True), ("b.net", True)]
    none = said("ninguno", draft=OWN, step=MORE, intent="no_more", questions=questions)
    assert (none.draft, none.questions) == (OWN, {})


def test_the_same_name_twice_is_said():
    assert reasons(said("tornillo.com", "tornillo.com", draft=OWN, step=Step.TERM)) == ["domain_already"]


def test_a_free_name_that_was_only_asked_about_is_offered_and_taken_on_yes():
    offer = settled(DomainWish(ACME, asked=True), FREE)
    assert (asked(offer), offer.draft) == ({OWN_STEP: "domain_offer"}, MAIL)
    yes = said("sí", draft=MAIL, step=OWN_STEP, intent="affirm", questions=offer.questions)
    assert yes.wishes == [DomainWish(ACME)]
    no = said("no", draft=MAIL, step=OWN_STEP, intent="deny", questions=offer.questions)
    assert (no.draft, no.questions) == (MAIL, {})


def test_a_name_asked_about_beside_an_own_one_is_offered_in_addition():
    assert asked(settled(DomainWish(ACME, asked=True), FREE, OWN)) == {MORE: "extra_domain_offer"}
    assert reasons(settled(DomainWish(ACME, asked=True), TAKEN, OWN)) == ["domain_is_taken"]


def test_what_the_marketplace_does_not_sell_is_a_question():
    outcome = settled(DomainWish(ACME), DomainCheck("acme.com", DomainState.NOT_SOLD))
    assert asked(outcome) == {OWN_STEP: "domain_ending_not_sold"}


@pytest.mark.parametrize(
    "text", ["anual", "yearly", "visa", "hola", "thanks", "gracias", "8", "espiga", "premium", "otro"]
)
def test_a_word_that_means_something_else_is_no_label_of_a_domain(text):
    assert hear(text, Step.DOMAIN, Draft(plan="GST", quantity=8)).domains.names == ()


@pytest.mark.parametrize("text", ["laespiga", "dulcesuenos", "ferremax"])
def test_a_word_that_means_nothing_else_is_the_label_of_a_domain(text):
    (name,) = hear(text, Step.DOMAIN, Draft(plan="GST", quantity=8)).domains.names
    assert name.text == text


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("their domain's a-b.com, register it", False),
        ("su dominio es a-b.com, regístralo por favor", False),
        ("o domínio deles é a-b.com, pode registrar", False),
        ("o domínio deles é a-b.com, inclua o backup", True),
        ("their domain's a-b.com, registered at godaddy", True),
    ],
)
def test_what_is_to_be_registered_is_nobodys_yet_whoever_it_is_for(text, theirs):
    assert heard(text, "a-b.com", step=Step.DOMAIN).names[0].theirs is theirs


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("o cliente já tem cadastro", False),
        ("já tem site", True),
        ("ya tienen uno", True),
        ("they have one already", True),
    ],
)
def test_what_somebody_has_may_be_something_else(text, theirs):
    assert heard(text, step=Step.DOMAIN).theirs is theirs
