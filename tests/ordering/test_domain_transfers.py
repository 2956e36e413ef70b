"""A name that is registered already: transferred with its code, replaced, or postponed."""

from dataclasses import replace

import pytest

from bot.ordering.deciding.back import one_back
from bot.ordering.deciding.checked_domain import settle, still_holds, wish_again
from bot.ordering.domains import DomainName
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.outcome import DomainWish, Outcome
from tests.ordering.domain_shop import (
    ACME,
    FREE,
    LOCKED,
    MAIL,
    OWN,
    SHOP,
    TAKEN,
    asked,
    contest,
    reasons,
    said,
    settled,
    wishes,
)
from tests.ordering.shops import hear

IN_QUESTION, CODE, OWN_STEP, MORE = Step.DOMAIN_TAKEN, Step.AUTH_CODE, Step.DOMAIN, Step.EXTRA_DOMAINS


def test_a_taken_name_is_a_question_with_the_free_alternatives():
    outcome = settled(DomainWish(ACME), TAKEN)
    question = outcome.questions[IN_QUESTION]
    assert (question.reason, question.choices, outcome.draft) == ("domain_taken", TAKEN.alternatives, MAIL)
    assert outcome.next_step(SHOP.catalog) is IN_QUESTION


def test_a_name_that_cannot_be_transferred_says_so():
    assert asked(settled(DomainWish(ACME, transfer=True), LOCKED)) == {IN_QUESTION: "domain_not_transferable"}


def test_a_transfer_asks_for_the_code_where_the_ending_wants_one():
    assert asked(settled(DomainWish(ACME, transfer=True), TAKEN)) == {CODE: "ask_auth_code"}
    no_code = settled(DomainWish(ACME, transfer=True), replace(TAKEN, needs_auth_code=False))
    assert no_code.draft.domain == DomainChoice("acme.com", "transfer")


def test_a_right_code_makes_the_transfer_and_travels_as_a_reference():
    right = replace(TAKEN, auth_code_accepted=True)
    draft = settled(DomainWish(ACME, transfer=True, auth_code="ref"), right, OWN).draft
    assert draft.domain == DomainChoice("acme.com", "transfer", "ref")
    request = draft.request(SHOP.catalog, "R")
    assert request is not None
    assert request.auth_codes() == ("ref",)
    assert request.with_auth_codes({"ref": "EPP-1"}).auth_codes() == ("EPP-1",)
    assert request.with_auth_codes({}).auth_codes() == ()


def test_three_wrong_codes_lead_back_to_the_other_ways():
    questions, seen = contest(transfer=True), []
    for _ in range(3):
        outcome = said(
            "/auth_code", draft=MAIL, step=CODE, intent="auth_code", questions=questions, auth_code="r"
        )
        settle(outcome.wishes[0], replace(TAKEN, auth_code_accepted=False), outcome, SHOP)
        questions = outcome.questions
        seen.append(asked(outcome))
    assert seen == [{CODE: "auth_code_wrong"}, {CODE: "auth_code_wrong"}, {IN_QUESTION: "auth_code_given_up"}]


def test_a_free_name_is_not_registered_unasked_where_a_transfer_was_wanted():
    outcome = settled(DomainWish(ACME, transfer=True), FREE)
    assert (outcome.draft.domain, asked(outcome)) == (None, {OWN_STEP: "domain_free_instead"})


def test_of_two_taken_names_one_is_in_question_and_the_other_is_told():
    first, second = DomainWish(ACME), DomainWish(DomainName("b.com", "b.com"), is_extra=True)
    outcome = Outcome(MAIL, wishes=[first, second])
    for wish in outcome.wishes:
        settle(wish, TAKEN, outcome, SHOP)
    assert outcome.questions[IN_QUESTION].data["name"] == "acme.com"
    assert reasons(outcome) == ["domain_also_taken"]


@pytest.mark.parametrize(
    ("text", "intent"), [("transferirlo", "inform"), ("es de mi cliente", "order"), ("sí", "affirm")]
)
def test_a_taken_name_is_transferred_on_these_words(text, intent):
    outcome = said(text, draft=MAIL, step=IN_QUESTION, intent=intent, questions=contest())
    assert outcome.wishes == [DomainWish(ACME, transfer=True)]


def test_an_ending_takes_the_place_of_the_taken_one():
    outcome = said("el .mx", draft=MAIL, step=IN_QUESTION, questions=contest())
    assert wishes(outcome) == [("acme.mx", False)]
    settle(outcome.wishes[0], FREE, outcome, SHOP)
    assert outcome.draft.domain == DomainChoice("acme.mx")
    assert outcome.questions == {}


def test_another_name_takes_the_place_of_a_taken_additional_one():
    questions = contest(draft=OWN, is_extra=True)
    outcome = said("b.org", "b.org", draft=OWN, step=IN_QUESTION, questions=questions)
    assert wishes(outcome) == [("b.org", True)]


def test_a_no_asks_for_another_way_and_a_second_no_postpones():
    once = said("no", draft=MAIL, step=IN_QUESTION, intent="deny", questions=contest())
    assert asked(once) == {IN_QUESTION: "domain_other"}
    twice = said("no", draft=MAIL, step=IN_QUESTION, intent="deny", questions=once.questions)
    assert (twice.draft.domain, twice.questions) == (DomainChoice(None), {})


def test_later_postpones_the_plans_own_and_leaves_an_additional_one_out():
    own = said("después", draft=MAIL, step=IN_QUESTION, intent="skip", questions=contest())
    assert (own.draft.domain, own.questions, reasons(own)) == (DomainChoice(None), {}, ["domain_postponed"])
    questions = contest(draft=OWN, is_extra=True)
    more = said("después", draft=OWN, step=IN_QUESTION, intent="skip", questions=questions)
    assert (more.draft, more.questions, reasons(more)) == (OWN, {}, ["domain_left_out"])


def test_no_add_ons_is_not_no_domain():
    outcome = said("sin complementos", draft=MAIL, step=IN_QUESTION, intent="no_more", questions=contest())
    assert asked(outcome) == {IN_QUESTION: "domain_taken"}
    assert outcome.draft == replace(MAIL, add_ons=())


def test_giving_up_a_correction_keeps_the_domain_that_was_there():
    outcome = said("déjalo", draft=OWN, step=IN_QUESTION, intent="skip", questions=contest(draft=OWN))
    assert outcome.draft == OWN


@pytest.mark.parametrize(
    ("text", "intent", "leads_to"),
    [
        ("no lo tengo", "deny", {IN_QUESTION: "auth_code_missing"}),
        ("no tengo el código", "ask_auth_code", {IN_QUESTION: "auth_code_missing"}),
        ("ninguno", "no_more", {IN_QUESTION: "auth_code_missing"}),
        ("después", "skip", {}),
        ("blablabla", "nlu_fallback", {CODE: "auth_code_unclear"}),
        ("¿qué es eso?", "ask_how", {CODE: "ask_auth_code"}),
    ],
)
def test_words_at_the_code_are_words(text, intent, leads_to):
    questions = contest("ask_auth_code", transfer=True)
    assert asked(said(text, draft=MAIL, step=CODE, intent=intent, questions=questions)) == leads_to


def test_what_is_that_is_explained():
    questions = contest("ask_auth_code", transfer=True)
    assert reasons(said("¿y eso?", draft=MAIL, step=CODE, intent="nlu_fallback", questions=questions)) == [
        "auth_code"
    ]


def test_a_code_that_nobody_asked_for_is_told_to_be_unused():
    outcome = said("/auth_code", draft=OWN, step=Step.TERM, intent="auth_code", auth_code="ref")
    assert (reasons(outcome), outcome.wishes) == (["auth_code_not_needed"], [])


def test_back_from_the_code_is_the_taken_name_and_back_from_there_another_name():
    draft, questions = one_back(MAIL, contest("ask_auth_code", transfer=True), CODE)
    assert (draft, {step: one.reason for step, one in questions.items()}) == (
        MAIL,
        {IN_QUESTION: "domain_taken"},
    )
    draft, questions = one_back(MAIL, questions, IN_QUESTION)
    assert (draft, list(questions)) == (MAIL, [OWN_STEP])
    assert one_back(OWN, {}, MORE) == (OWN, {})


def test_a_chosen_domain_holds_as_long_as_it_can_be_had():
    register, transfer = DomainChoice("acme.com"), DomainChoice("acme.com", "transfer", "ref")
    right = replace(TAKEN, auth_code_accepted=True)
    assert still_holds(register, FREE)
    assert not still_holds(register, TAKEN)
    assert still_holds(transfer, right)
    assert not still_holds(transfer, replace(TAKEN, auth_code_accepted=False))
    assert not still_holds(transfer, TAKEN)
    assert not still_holds(transfer, FREE)
    assert still_holds(DomainChoice("acme.es", "transfer"), replace(TAKEN, needs_auth_code=False))
    assert wish_again(transfer, is_extra=True) == DomainWish(ACME, True, True, auth_code="ref")


@pytest.mark.parametrize(
    "text",
    [
        "a-b.com, they own it, bring it over",
        "they'd like to move a-b.com to us",
        "a-b.com ya es suyo, hay que moverlo con nosotros",
        "trae a-b.com desde godaddy",
        "a-b.com, é deles, traz pra cá",
        "migra a-b.com pra cá",
    ],
)
def test_what_is_brought_over_is_transferred(text: str) -> None:
    (name,) = hear(text, Step.DOMAIN).domains.names
    assert (name.text, name.transfer) == ("a-b.com", True)


@pytest.mark.parametrize(
    "text",
    [
        "they're moving offices, so a-b.com please",
        "se van a mover de oficina: a-b.com",
        "vão mudar de loja: a-b.com",
    ],
)
def test_who_moves_house_transfers_no_domain(text: str) -> None:
    (name,) = hear(text, Step.DOMAIN).domains.names
    assert (name.transfer, name.theirs) == (False, False)


@pytest.mark.parametrize("text", ["move it to 12 seats", "move on please", "trae loco a cualquiera"])
def test_what_is_moved_is_not_always_a_domain(text: str) -> None:
    assert not hear(text, Step.DOMAIN).domains.transfer


@pytest.mark.parametrize(
    "text",
    [
        "the customer's own domain, don't touch it",
        "el dominio del cliente, ese no lo tocamos",
        "o domínio é do cliente, não mexe",
    ],
)
def test_a_domain_that_nobody_is_to_touch_is_none_of_the_orders(text: str) -> None:
    assert hear(text, Step.DOMAIN).domains.none


@pytest.mark.parametrize("text", ["sí, es su dominio", "es el dominio del cliente", "sim, o domínio é deles"])
def test_whose_it_is_answers_the_question(text: str) -> None:
    assert hear(text, IN_QUESTION).domains.transfer


@pytest.mark.parametrize("text", ["what happens if I transfer it?", "o que acontece se transferir?"])
def test_a_transfer_that_is_only_supposed_is_none(text: str) -> None:
    assert not hear(text, IN_QUESTION).domains.transfer


@pytest.mark.parametrize("text", ["never mind the domain", "ya no importa el dominio", "tanto faz o domínio"])
def test_a_domain_that_does_not_matter_is_left_out(text: str) -> None:
    assert hear(text, IN_QUESTION).domains.none


def test_a_then_behind_a_name_picks_it() -> None:
    (name,) = hear("oh it's taken? a-b.com then", IN_QUESTION).domains.names
    assert name.picked


@pytest.mark.parametrize("text", ["transferencia", "por transferencia", "transferência", "by transfer"])
def test_a_transfer_where_a_card_is_asked_for_is_no_domains(text):
    draft = Draft(plan="HEX", quantity=5, domain=DomainChoice("a.com"))
    found = hear(text, Step.PAYMENT, draft)
    assert (found.domains.transfer, found.unknown_means) == (False, text.split()[-1].replace("ê", "e"))
