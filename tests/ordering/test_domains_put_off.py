"""A domain that is left for later, or not needed now, in the first sentence and where it is asked for."""

import pytest

from bot.ordering.domain_heard import HeardDomains
from bot.ordering.draft import DomainChoice, Step
from tests.ordering.domain_shop import MAIL, heard, reasons, said
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    "text",
    [
        "6 hosted exchange basic mensal padaria, dominio dps",
        "6 hosted exchange basic mensal padaria, o domínio a gente vê mais pra frente",
        "6 hosted exchange basic mensal padaria, domínio eles ainda não têm",
        "dps eu vejo o dominio",
        "They require 35 of them, yearly, domain not needed at present",
        "We have onboarded a new customer. They require 35 Business Basic, domain not needed at present.",
        "35 of them, yearly. We'll sort the domain another day",
        "35 of them, yearly. Domain to follow.",
        "Domain: not needed",
        "12 of them, no add-ons, dont worry about a domain for the minute",
        "12 of them, no add-ons. they haven't settled on a domain name yet",
        "hold off on the domain for now",
        "they're still thinking about the domain",
        "6 hosted exchange, el dominio no hace falta por ahora",
        "6 hosted exchange, lo del dominio mañana",
        "6 hosted exchange, luego te paso el dominio",
        "6 hosted exchange, todavía no tienen definido el dominio",
    ],
)
def test_a_domain_is_put_off_in_any_clause_that_names_it(text):
    for step in (None, Step.DOMAIN):
        found = heard(text, step=step)
        assert (found.none, found.theirs, found.more) == (True, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "dps",
        "mais tarde",
        "dps a gente ve isso",
        "isso eu resolvo dps com eles",
        "later mate",
        "we'll do that bit another day",
        "they'll sort that themselves",
        "park it",
        "not sure, ask me next time",
        "déjame preguntarle al cliente, sigue sin eso",
        "vou ver com o cliente, pode seguir sem",
        "n tem ainda",
        "not bothered about a domain just yet, ta",
        "the client will let us know",
        "we shall revert on the same",
        "ainda tô vendo com ele, segue o jogo",
        "eso lo vemos otro día",
        "al rato te lo paso",
        "por ahora no",
        "ainda não temos",
    ],
)
def test_where_the_domain_is_asked_for_nothing_else_need_be_named(text):
    found = hear(text, Step.DOMAIN)
    assert found.domains.none or found.plain in ("skip", "deny")
    assert (found.domains.names, found.domains.more) == ((), False)


@pytest.mark.parametrize(
    "text", ["blz, dps a gente ve", "luego lo vemos", "we'll come back to that next week", "mejor otro día"]
)
def test_the_taken_one_may_be_put_off_too_and_an_additional_one_alone(text):
    assert hear(text, Step.DOMAIN_TAKEN).domains.none
    extra = hear(text, Step.EXTRA_DOMAINS).domains
    assert (extra.none, extra.no_extras) == (False, True)


@pytest.mark.parametrize("text", ["el otro dominio lo vemos luego", "the additional domains can wait"])
def test_an_additional_one_that_is_put_off_leaves_the_first(text):
    found = heard(text, step=Step.CONFIRM)
    assert (found.none, found.no_extras) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "20 premium para la espiga y luego un dominio nuevo",
        "boa tarde, quero o dominio da padaria",
        "después del dominio vemos lo demás",
        "no sé qué dominio usar",
        "luego te doy el nombre del cliente",
        "el dominio no lleva acento",
        "their domain expires next week, transfer it",
    ],
)
def test_a_domain_that_is_only_spoken_of_is_not_put_off(text):
    assert not heard(text).none


def test_no_add_ons_beside_a_domain_ask_for_no_other():
    found = heard("12 of them, no add-ons, with their own domain")
    assert (found.more, found.theirs) == (False, True)


@pytest.mark.parametrize(
    "text",
    ["dps", "dsps", "tmb", "tbm", "vc", "blz", "pls", "xfa", "q", "d", "thx", "asap", "pfv"],
)
def test_what_is_short_for_something_is_no_domain_and_nobodys_name(text):
    assert hear(text, Step.DOMAIN).domains.names == ()
    found = hear(text, Step.CUSTOMER)
    assert (found.unknown_customer, found.customers) == (None, ())


@pytest.mark.parametrize(
    "text", ["domain: none for now, we'll point theirs at it", "dominio: ninguno", "domínio nenhum"]
)
def test_none_may_stand_behind_the_word_for_it(text):
    assert heard(text, step=None, intent="order") == HeardDomains(none=True)


def test_whether_it_may_be_put_off_is_answered_by_doing_so():
    outcome = said("¿puedo dejarlo para después?", draft=MAIL, step=Step.DOMAIN, intent="skip")
    assert (outcome.draft.domain, reasons(outcome)) == (DomainChoice(None), ["domain_postponed"])


@pytest.mark.parametrize(
    "text", ["they don't need one now", "no necesitan uno ahora", "não precisam de um agora"]
)
def test_one_that_is_not_needed_is_left_for_later(text: str) -> None:
    assert hear(text, Step.DOMAIN).domains.none


@pytest.mark.parametrize(
    "text",
    ["lo define el cliente", "que lo vea el cliente", "mejor que lo elija el cliente", "ellos lo eligen"]
    + ["let the customer pick", "deixa o cliente escolher"],
)
def test_who_leaves_it_to_the_customer_puts_it_off(text):
    assert heard(text, step=Step.DOMAIN).none


@pytest.mark.parametrize("text", ["el cliente define a.com", "lo ve el cliente?", "el cliente"])
def test_what_the_customer_has_chosen_is_not_put_off(text):
    assert not heard(text, step=Step.DOMAIN).none


@pytest.mark.parametrize(
    "text",
    [
        "no, ese dominio ya lo tiene el cliente en otro lado",
        "the customer has that domain with another provider already",
        "esse domínio o cliente já tem em outro lugar",
    ],
)
@pytest.mark.parametrize("step", [Step.TERM, Step.ADD_ONS, Step.DOMAIN])
def test_another_place_is_no_other_domain(text, step):
    assert not heard(text, step=step).more


@pytest.mark.parametrize(
    "text",
    [
        "the domain I will give after",
        "the domain i will give you after",
        "will tell you once i know",
        "comes last",
    ]
    + [
        "client did not decide still",
        "yet to be finalised",
        "customer will provide it",
        "let's do it at the end",
    ]
    + [
        "domain comes last",
        "let us keep it for after",
        "they're yet to choose one",
        "they will share the domain",
    ]
    + [
        "ya veremos",
        "ya te digo",
        "te confirmo el dominio",
        "el cliente me lo va a pasar",
        "falta que me lo digan",
    ]
    + [
        "me lo tiene que pasar el cliente",
        "eso al último",
        "dispués te lo digo",
        "no me han dicho el dominio",
    ]
    + ["cuando me lo pasen te lo mando", "el dominio todavía no me lo pasan"]
    + [
        "inda num sei o domínio, dispois eu vejo",
        "inda num tem",
        "despois vejo",
        "num escolheram inda",
        "a combinar",
    ]
    + [
        "o cliente vai me passar",
        "o cliente ainda não falou",
        "a ser definido",
        "por ora sem",
        "quando souber te falo",
    ],
)
def test_second_languages_dialects_and_promises_put_it_off_too(text):
    assert heard(text, step=Step.DOMAIN).none


@pytest.mark.parametrize(
    "text",
    [
        "i want to get a domain",
        "can you tell me the domain",
        "i don't know what a domain is",
        "will it be a.com?",
    ]
    + [
        "te paso el dominio ahora",
        "te paso el de su correo",
        "no sé qué dominio poner",
        "quiero un dominio nuevo",
    ]
    + [
        "num site novo",
        "quero um domínio novo",
        "não sei o que é isso",
        "the domain I will give you after is a.com",
    ]
    + ["luego de pensarlo, a.com", "depois de pensar, a.com"],
)
def test_who_wants_asks_or_names_one_does_not_put_it_off(text):
    assert not heard(text, step=Step.DOMAIN).none
