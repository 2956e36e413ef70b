"""Names that are somebody's already or to be transferred: never bought unasked."""

import pytest

from bot.ordering.deciding.checked_domain import settle
from bot.ordering.domains import DomainName
from bot.ordering.draft import DomainChoice, Step
from bot.ordering.heard import Entity
from bot.ordering.outcome import DomainWish, Outcome
from bot.ordering.reading import Sentence, listen
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
    said,
    settled,
    wishes,
)
from tests.ordering.shops import hear

OWN_STEP, CODE, IN_QUESTION = Step.DOMAIN, Step.AUTH_CODE, Step.DOMAIN_TAKEN


def marks(text: str, *names: str, step: Step | None = OWN_STEP) -> list[str]:
    """The names that are heard, each with what is said of it."""
    found = heard(text, *names, step=step).names
    kinds = ("theirs", "transfer", "removed", "extra")
    return [" ".join([name.text, *(kind for kind in kinds if getattr(name, kind))]) for name in found]


@pytest.mark.parametrize(
    "text",
    [
        "ya lo tienen registrado, es a-b.com",
        "a-b.com, ya es de ellos",
        "a-b.com que ya es suyo",
        "el cliente ya tiene el dominio a-b.com",
        "ya cuentan con a-b.com",
        "ya tienen uno: a-b.com",
        "a-b.com lo compraron el año pasado",
        "they already have it, it's a-b.com",
        "they already own a-b.com",
        "a-b.com is already theirs",
        "they already registered a-b.com",
        "use their domain a-b.com",
        "eles já têm a-b.com",
        "a-b.com, já é deles",
        "já está registrado: a-b.com",
    ],
)
def test_a_name_may_be_somebodys_already(text):
    assert marks(text, "a-b.com") == ["a-b.com theirs"]


@pytest.mark.parametrize(
    "text",
    [
        "con el dominio a-b.com",
        "todavía no tienen a-b.com",
        "tiene que ser a-b.com",
        "it has to be a-b.com",
        "they don't own a-b.com yet",
        "harbor has 25 users, domain a-b.com",
        "eles ainda não têm a-b.com",
        "quiero comprar a-b.com para mi cliente",
    ],
)
def test_a_name_that_is_only_wanted_is_nobodys(text):
    assert marks(text, "a-b.com") == ["a-b.com"]


def test_each_name_is_said_something_else_of():
    text = "ya tienen a.com y registra b.mx, transfiere c.net y d.org"
    assert marks(text, "a.com", "b.mx", "c.net", "d.org") == [
        "a.com theirs",
        "b.mx",
        "c.net transfer",
        "d.org transfer",
    ]


def test_what_is_said_to_be_theirs_and_is_free_is_not_bought_but_asked_about():
    for wish in (DomainWish(ACME, theirs=True), DomainWish(ACME, transfer=True)):
        outcome = settled(wish, FREE)
        assert (asked(outcome), outcome.draft) == ({OWN_STEP: "domain_free_instead"}, MAIL)
        yes = said("sí", draft=MAIL, step=OWN_STEP, intent="affirm", questions=outcome.questions)
        assert yes.wishes == [DomainWish(ACME)]
        no = said("no", draft=MAIL, step=OWN_STEP, intent="deny", questions=outcome.questions)
        assert (no.draft, no.questions, no.wishes) == (MAIL, {}, [])


def test_what_is_said_to_be_theirs_and_is_taken_may_be_transferred():
    outcome = settled(DomainWish(ACME, theirs=True), TAKEN)
    assert asked(outcome) == {IN_QUESTION: "domain_theirs"}
    yes = said("sí", draft=MAIL, step=IN_QUESTION, intent="affirm", questions=outcome.questions)
    assert yes.wishes == [DomainWish(ACME, transfer=True)]
    no = said("no", draft=MAIL, step=IN_QUESTION, intent="deny", questions=outcome.questions)
    assert (no.draft.domain, no.questions) == (DomainChoice(None), {})


@pytest.mark.parametrize("text", ["ya tienen dominio", "ya lo tienen", "they already have one", "já é deles"])
def test_a_domain_of_theirs_without_its_name_is_asked_for(text):
    outcome = said(text, draft=MAIL, step=OWN_STEP)
    assert asked(outcome) == {OWN_STEP: "domain_theirs_which"}
    named = said("acme.com", "acme.com", draft=MAIL, step=OWN_STEP, questions=outcome.questions)
    assert named.wishes == [DomainWish(ACME, theirs=True)]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("no, ya es de ellos", Step.CONFIRM),
        ("el dominio ya lo tienen registrado", Step.TERM),
        ("they already have that domain", Step.CONFIRM),
        ("mas eles já têm", Step.CUSTOMER),
        ("tornillo.com ya es de ellos", Step.CONFIRM),
    ],
)
def test_what_was_to_be_registered_is_taken_out_when_it_is_theirs(text, step):
    names = ["tornillo.com"] if "tornillo" in text else []
    outcome = said(text, *names, draft=OWN, step=step)
    assert [(wish.domain.name, wish.theirs) for wish in outcome.wishes] == [("tornillo.com", True)]
    assert outcome.draft.domain == DomainChoice(None)


@pytest.mark.parametrize("text", ["ya tienen el plan", "ya tienen 10 licencias", "they already have users"])
def test_what_else_they_have_is_no_domain(text):
    assert said(text, draft=OWN, step=Step.CONFIRM).wishes == []


@pytest.mark.parametrize(
    "text",
    ["pero quiero transferirlo, no comprar", "but I want to transfer it, not buy", "transferir, não comprar"],
)
def test_transfer_not_buy_transfers(text):
    outcome = said(text, draft=MAIL, step=IN_QUESTION, questions=contest())
    assert outcome.wishes == [DomainWish(ACME, transfer=True)]


@pytest.mark.parametrize(
    "text", ["no quiero transferirlo", "I don't want to transfer it", "não vou transferir"]
)
def test_a_transfer_that_is_refused_is_none(text):
    outcome = said(text, draft=MAIL, step=IN_QUESTION, questions=contest())
    assert asked(outcome) == {IN_QUESTION: "domain_other"}


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("acme.com está en godaddy.com", ["acme.com", "godaddy.com"], ["acme.com theirs"]),
        ("acme.com is at some-host.com", ["acme.com", "some-host.com"], ["acme.com theirs"]),
        ("acme.com está no registro.br", ["acme.com", "registro.br"], ["acme.com theirs"]),
        ("acme.com, lo tienen en namecheap", ["acme.com"], ["acme.com theirs"]),
        ("transfer acme.com from godaddy.com", ["acme.com", "godaddy.com"], ["acme.com theirs transfer"]),
        ("lo tienen en godaddy.com", ["godaddy.com"], []),
        ("está no registro.br", ["registro.br"], []),
    ],
)
def test_where_a_domain_is_registered_is_not_the_domain_to_buy(text, names, left):
    assert marks(text, *names) == left
    assert left or heard(text, *names, step=OWN_STEP).theirs


def test_a_registrar_is_no_product_that_is_not_sold():
    assert hear("lo compraron en godaddy", OWN_STEP, MAIL).unsold is None


def test_of_two_names_one_may_be_refused():
    assert marks("a.com, no b.com", "a.com", "b.com") == ["a.com", "b.com removed"]
    assert marks("no es a.com, es b.com", "a.com", "b.com") == ["a.com removed", "b.com"]


@pytest.mark.parametrize(
    "text",
    [
        "también a-b.com",
        "tb registra a-b.com",
        "y además quiero a-b.com",
        "y el a-b.com",
        "registra también el a-b.com",
        "also register a-b.com",
        "and a-b.com too",
        "I also want a-b.com",
        "second domain a-b.com",
        "tbm quero a-b.com",
        "e o a-b.com",
    ],
)
def test_a_second_name_joins_the_first(text):
    assert wishes(said(text, "a-b.com", draft=OWN, step=Step.CONFIRM)) == [("a-b.com", True)]


def test_a_yes_to_the_free_one_is_not_lost_beside_another_name():
    offer = settled(DomainWish(ACME, asked=True), FREE)
    outcome = said("sí, y también b.net", "b.net", draft=MAIL, step=OWN_STEP, questions=offer.questions)
    assert wishes(outcome) == [("acme.com", False), ("b.net", True)]


def with_address(text: str, address: str, step: Step | None = OWN_STEP) -> Sentence:
    """``text`` as the engine tags it; ``address`` may be spelled out in it."""
    start = text.find(address) if address in text else 0
    end = start + len(address) if address in text else len(text)
    return Sentence(text, [Entity("email", address, start, end)], SHOP, MAIL, step, "inform")


@pytest.mark.parametrize("text", ["luis arroba tacos punto com", "luis at tacos dot com", "luis@tacos.com"])
def test_an_address_is_no_domain_to_buy(text):
    domains = listen(with_address(text, "luis@tacos.com")).domains
    assert (domains.names, domains.endings, domains.address) == ((), (), "luis@tacos.com")


@pytest.mark.parametrize(
    "text",
    [
        "el de su correo luis@tacos.com",
        "the one in his email luis@tacos.com",
        "o do email dele luis@tacos.com",
    ],
)
def test_the_domain_may_be_that_of_an_address(text):
    (name,) = listen(with_address(text, "luis@tacos.com")).domains.names
    assert (name.text, name.theirs) == ("tacos.com", True)


def test_a_mailbox_that_is_rented_has_no_domain_of_theirs():
    assert listen(with_address("el de su correo luis@gmail.com", "luis@gmail.com")).domains.names == ()


@pytest.mark.parametrize(
    "text",
    [
        "They've none yet, would you register a-b.com for them",
        "they've got nothing yet, a-b.com please",
        "they have no domain yet, register a-b.com",
        "todavía no tienen ninguno, registra a-b.com",
        "eles ainda não têm nenhum, registra a-b.com",
    ],
)
def test_who_has_none_has_not_the_name_that_follows(text):
    assert marks(text, "a-b.com") == ["a-b.com"]


@pytest.mark.parametrize(
    "text",
    [
        "Well, if that's taken, a-b.info will do just fine. Register that one.",
        "uh, si está ocupado no es nuestro. agarrá a-b.info entonces",
        "taken huh. a-b.info it is",
        "is a-b.info available? we'd take that",
        "si está libre el a-b.info me lo llevo",
        "se o a-b.info ta livre, pode ser esse",
        "ah se já tem dono bota a-b.info então",
    ],
)
def test_another_name_for_the_taken_one_is_no_question_about_it(text):
    found = heard(text, "a-b.info", step=Step.DOMAIN_TAKEN, intent="ask_domain")
    assert [(name.theirs, name.extra) for name in found.names] == [(False, False)]
    assert not found.asked


@pytest.mark.parametrize(
    "text", ["is a-b.info free", "está libre a-b.info?", "dime si está libre a-b.info", "a-b.info tá livre?"]
)
def test_where_it_is_asked_the_other_name_is_offered_instead_of_the_taken_one(text):
    assert heard(text, "a-b.info", step=Step.DOMAIN_TAKEN, intent="ask_domain").asked
    offered = Outcome(MAIL, questions=contest())
    settle(DomainWish(DomainName("a-b.org", "a-b.org"), asked=True), FREE, offered, SHOP)
    assert asked(offered) == {Step.DOMAIN: "domain_offer"}


@pytest.mark.parametrize(
    "text",
    [
        "They want a-b.com, and chuck in a-b.net as well so nobody nicks it. They'll pay for the whole year.",
        "they want a-b.com and throw in c-d.net too",
        "eles querem a-b.com e já pega o c-d.net pra ninguém roubar",
    ],
)
def test_what_is_chucked_in_is_no_registrar(text):
    found = heard(text, *(name for name in ("a-b.com", "a-b.net", "c-d.net") if name in text))
    assert [name.theirs for name in found.names] == [False, False]
    assert not found.either


@pytest.mark.parametrize(
    "text", ["They already run a-b.com somewhere, just use that", "they're already running a-b.com"]
)
def test_what_they_run_is_theirs(text):
    assert marks(text, "a-b.com") == ["a-b.com theirs"]
