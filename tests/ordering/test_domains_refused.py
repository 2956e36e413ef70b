"""A domain that is not wanted: it goes, and the order stays."""

import pytest

from bot.ordering.draft import DomainChoice, Step
from bot.ordering.meaning import meaning
from bot.ordering.outcome import DomainWish, Question
from bot.ordering.reading import Sentence, listen
from tests.ordering.domain_shop import ACME, MAIL, OWN, SHOP, contest, heard, reasons, said, wishes
from tests.ordering.shops import hear

OWN_STEP = Step.DOMAIN


@pytest.mark.parametrize(
    "text",
    [
        "no quiero el dominio a-b.com",
        "no necesitan a-b.com",
        "olvida el dominio a-b.com",
        "sin a-b.com",
        "i don't want a-b.com",
        "forget about the domain a-b.com",
        "não quero o domínio a-b.com",
        "esquece o a-b.com",
    ],
)
def test_a_name_that_is_not_wanted_is_not_bought(text):
    outcome = said(text, "a-b.com", draft=MAIL, step=OWN_STEP)
    assert (outcome.wishes, outcome.draft.domain) == ([], DomainChoice(None))
    assert reasons(outcome) == ["domain_postponed"]


@pytest.mark.parametrize("text", ["no, a-b.com", "no a-b.com", "no es a-b.com"])
def test_a_correction_refuses_no_name(text):
    assert ("a-b.com", False) in wishes(said(text, "a-b.com", draft=MAIL, step=OWN_STEP))


@pytest.mark.parametrize(
    "text",
    [
        "olvida el dominio",
        "olvídate del dominio",
        "cancela el dominio",
        "forget the domain",
        "cancel the domain",
        "esquece o domínio",
        "deixa o domínio pra lá",
        "leave the domain out",
        "¿puede ser sin dominio?",
        "no me pongas dominio",
        "I don't want a domain",
        "não precisa de domínio",
        "nada de dominio",
    ],
)
def test_the_domain_is_dropped_and_never_the_order(text):
    for draft, step in ((OWN, Step.CONFIRM), (MAIL, OWN_STEP)):
        for intent in ("cancel", "ask_domain", "remove"):
            understood = listen(Sentence(text, [], SHOP, draft, step, intent))
            wanted = meaning(intent, 0.9, understood)
            assert wanted in ("remove", "no_more")
            assert said(text, draft=draft, step=step, intent=wanted).draft.domain == DomainChoice(None)


@pytest.mark.parametrize(
    "text",
    [
        "cancela el pedido",
        "cancela todo, sin dominio no sirve",
        "cancel the order",
        "cancela o pedido com domínio",
    ],
)
def test_who_names_the_order_drops_the_order(text):
    understood = listen(Sentence(text, [], SHOP, OWN, Step.CONFIRM, "cancel"))
    assert meaning("cancel", 0.9, understood) == "cancel"


@pytest.mark.parametrize(
    "text", ["¿qué pasa si no tengo dominio?", "what if they have no domain", "e se não tiver domínio?"]
)
def test_asking_what_happens_without_a_domain_refuses_none(text):
    assert not heard(text, step=OWN_STEP).none


@pytest.mark.parametrize(
    "text",
    [
        "a-b.org and not the .com",
        "it should end with .org, it is a foundation: a-b.org and not the .com",
        "a-b.org instead of the .com",
        "a-b.org rather than tornillo.com",
        "instead of the .com I want a-b.org",
        "a-b.org en vez del .com",
        "en lugar de tornillo.com, a-b.org",
        "tiene que terminar en .org, a-b.org y no el .com",
        "a-b.org no el .com",
        "a-b.org e não o .com",
        "tem que ser .org: a-b.org em vez do .com",
        "no lugar do .com quero a-b.org",
    ],
)
def test_a_name_instead_of_the_orders_own_takes_its_place(text):
    names = [name for name in ("a-b.org", "tornillo.com") if name in text]
    outcome = said(text, *names, draft=OWN, step=Step.CONFIRM)
    assert (wishes(outcome), outcome.draft.domain) == ([("a-b.org", False)], DomainChoice(None))


@pytest.mark.parametrize(
    "text",
    ["debe terminar en .org", "it should end with .org", "tem que ser .org", "quiero el .org y no el .com"],
)
def test_the_ending_alone_is_another_name_for_the_same_place(text):
    assert wishes(said(text, draft=OWN, step=Step.CONFIRM)) == [("tornillo.org", False)]


@pytest.mark.parametrize(
    "text",
    [
        "no quiero transferir, registra a-b.org",
        "transferirlo no, mejor registra a-b.org",
        "n quero transferir nao, registra a-b.org entao",
        "n quero transferir, registra a-b.org",
        "i don't want to transfer it, register a-b.org then",
    ],
)
def test_where_a_transfer_is_refused_the_new_name_is_registered(text):
    outcome = said(text, "a-b.org", draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest())
    assert [(wish.domain.name, wish.transfer) for wish in outcome.wishes] == [("a-b.org", False)]


@pytest.mark.parametrize(
    "text",
    [
        "no quiero transferir acme.com, registra a-b.org",
        "i don't want to transfer acme.com, use a-b.org",
        "não quero transferir o acme.com, usa a-b.org",
    ],
)
def test_the_name_that_is_not_to_be_transferred_is_given_up_for_the_new_one(text):
    outcome = said(text, "acme.com", "a-b.org", draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest())
    assert wishes(outcome) == [("a-b.org", False)]


@pytest.mark.parametrize("text", ["olvida a-b.com y c-d.mx", "forget a-b.com and c-d.mx"])
def test_what_is_forgotten_together_is_not_bought(text):
    assert said(text, "a-b.com", "c-d.mx", draft=OWN, step=Step.CONFIRM).wishes == []


@pytest.mark.parametrize("text", ["quiero transferirlo no?", "quero transferir, não?"])
def test_a_no_that_asks_for_agreement_refuses_no_transfer(text):
    assert said(text, draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest()).wishes == [
        DomainWish(ACME, transfer=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "poxa, ja tem dono? entao vai free-name.com",
        "ah já é de alguém, então registra free-name.com",
        "é de outra pessoa. pega free-name.com",
        "ta ocupado? entao free-name.com",
        "uh, ya tiene dueño, entonces free-name.com",
        "ya está ocupado? pues entonces pon free-name.com",
        "ya lo tienen? bueno, free-name.com",
        "no es del cliente, ya es de otro, así que registra free-name.com",
        "oh, somebody already owns it? then free-name.com",
        "that's already taken? ok then get free-name.com",
        "no not theirs, someone else has it. go for free-name.com",
        "they must own it already so let's do free-name.com",
        "don't transfer it, just register free-name.com",
    ],
)
def test_what_is_said_of_the_taken_name_is_not_said_of_another(text: str) -> None:
    outcome = said(text, "free-name.com", draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest())
    (wish,) = outcome.wishes
    assert (wish.domain.name, wish.theirs, wish.transfer, wish.asked) == (
        "free-name.com",
        False,
        False,
        False,
    )


@pytest.mark.parametrize("text", ["other-name.com, ese sí es de ellos", "no, theirs is other-name.com"])
def test_another_name_may_be_theirs_instead(text: str) -> None:
    outcome = said(text, "other-name.com", draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest())
    assert [wish.theirs for wish in outcome.wishes] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "later, their IT fella has it written down somewhere",
        "luego, lo tiene el de sistemas anotado",
        "después, el dueño lo tiene apuntado en algún lado",
        "depois, o rapaz da TI tem isso anotado",
    ],
)
def test_what_is_put_off_is_left_for_later_whoever_has_it(text):
    found = hear(text, Step.DOMAIN).domains
    assert (found.none, found.theirs) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "that can wait",
        "the domain bit can wait for now",
        "we'll see about the domain another day",
        "eso puede esperar",
        "el dominio lo vemos la otra semana",
        "isso pode esperar",
        "o domínio a gente vê semana que vem",
        "TBD",
        "domain: to be advised\nadd-ons: none",
        "dominio por definir",
    ],
)
def test_where_a_domain_is_asked_for_what_can_wait_is_left_for_later(text):
    intent = listen(Sentence(text, [], SHOP, MAIL, OWN_STEP, "wait")).plain or "wait"
    assert said(text, draft=MAIL, step=OWN_STEP, intent=intent).draft.domain == DomainChoice(None)


def test_a_domain_that_expires_next_week_is_not_put_off():
    text = "their domain expires next week, transfer it"
    assert not heard(text, step=OWN_STEP).none


@pytest.mark.parametrize(
    "text", ["anual s/dominio", "anual sin dom", "w/o domain, annual", "s/ domínio, anual"]
)
def test_without_is_heard_when_it_is_abbreviated(text):
    assert heard(text).none


STAYS = [
    "they own a-b.com already, leave it where it is",
    "a-b.com is theirs but they don't want to move it",
    "usan a-b.com pero lo tienen en godaddy y ahí se queda",
    "ya tienen a-b.com y no lo quieren transferir",
    "já têm a-b.com, deixa onde está",
    "já usam a-b.com, não precisa mexer",
    "their domain is a-b.com which they've got elsewhere and want to keep there",
    "el dominio a-b.com ya lo tienen, no se mueve",
]


@pytest.mark.parametrize("text", STAYS)
def test_what_is_theirs_and_stays_where_it_is_is_no_part_of_the_order(text):
    outcome = said(text, "a-b.com", draft=MAIL, step=OWN_STEP)
    assert (outcome.wishes, outcome.draft.domain) == ([], DomainChoice(None))


@pytest.mark.parametrize(
    "text",
    [
        "it's theirs, but they don't want to move it",
        "sí es de ellos pero no lo quieren transferir",
        "é deles, mas não querem mexer",
        "leave it where it is",
    ],
)
def test_the_taken_name_may_stay_where_it_is(text):
    outcome = said(text, draft=MAIL, step=Step.DOMAIN_TAKEN, questions=contest())
    assert (outcome.wishes, outcome.questions, outcome.draft.domain) == ([], {}, DomainChoice(None))


def test_an_additional_name_that_stays_where_it_is_leaves_the_orders_own():
    about = contest(draft=OWN, is_extra=True)
    outcome = said("it's theirs, it stays there", draft=OWN, step=Step.DOMAIN_TAKEN, questions=about)
    assert (outcome.draft, outcome.questions) == (OWN, {})


def test_beside_what_stays_another_name_is_bought():
    text = "ya tienen a-b.com, déjalo donde está, y registra c-d.mx"
    assert wishes(said(text, "a-b.com", "c-d.mx", draft=MAIL, step=OWN_STEP)) == [("c-d.mx", False)]


def test_what_is_left_as_it_is_keeps_the_orders_domain():
    for step in (Step.CONFIRM, Step.EXTRA_DOMAINS):
        assert said("leave it as it is", draft=OWN, step=step).draft == OWN


@pytest.mark.parametrize(
    "text", ["remove the second domain", "quita el segundo dominio", "tira o segundo domínio"]
)
def test_an_additional_name_that_is_refused_is_not_replaced_by_one_that_was_offered(text):
    offered = Question(Step.EXTRA_DOMAINS, "domain_ending_not_sold", choices=("a.net", "b.net"))
    outcome = said(
        text, draft=OWN, step=Step.EXTRA_DOMAINS, intent="remove", questions={Step.EXTRA_DOMAINS: offered}
    )
    assert (outcome.wishes, outcome.questions) == ([], {})
    assert outcome.draft == OWN
