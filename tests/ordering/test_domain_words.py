"""What a sentence says about domains, in the words people use for it."""

import pytest

from bot.ordering.domain_heard import HeardDomains
from bot.ordering.draft import Step
from tests.ordering.domain_shop import heard

TAKEN = Step.DOMAIN_TAKEN


def names(found: HeardDomains) -> list[str]:
    return [name.text for name in found.names]


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("con el dominio tornillo.com", ["tornillo.com"]),
        ("tornillo.com y tornillo.mx", ["tornillo.com", "tornillo.mx"]),
        ("sin archivado tornillo.com", ["tornillo.com"]),
    ],
)
def test_the_names_that_the_engine_tagged_are_heard_in_order(text, tagged):
    assert names(heard(text, *tagged)) == tagged


def test_where_a_domain_is_asked_for_one_word_is_a_name_and_any_dotted_word_too():
    assert names(heard("tornillo", step=Step.DOMAIN)) == ["tornillo"]
    assert names(heard("usa -x.com", step=Step.DOMAIN)) == ["-x.com"]
    assert names(heard("tornillo", step=Step.TERM)) == []
    assert names(heard("después", step=Step.DOMAIN, intent="skip")) == []


@pytest.mark.parametrize(
    "text", ["el .mx", "mejor el .mx", "punto mx", "el punto mx", "the dot mx", "o ponto mx"]
)
def test_an_ending_alone_is_an_ending(text):
    assert [ending.text for ending in heard(text, step=TAKEN).endings] == ["mx"]


def test_an_ending_that_was_tagged_as_a_domain_is_an_ending():
    text = "el punto mx"
    found = heard(text, step=TAKEN)
    assert [ending.text for ending in found.endings] == ["mx"]
    assert names(found) == []


def test_the_longest_ending_is_meant():
    assert [ending.text for ending in heard("el .com.mx", step=TAKEN).endings] == ["com.mx"]


@pytest.mark.parametrize("text", ["mx", "el com.mx", "es"])
def test_a_bare_ending_counts_only_where_alternatives_are_offered(text):
    assert [one.text for one in heard(text, step=TAKEN).endings] == [text.removeprefix("el ")]
    assert heard(text, step=Step.TERM).endings == ()


def test_es_de_mi_cliente_is_no_ending():
    found = heard("es de mi cliente", step=TAKEN)
    assert found.endings == ()
    assert found.transfer


@pytest.mark.parametrize(
    "text",
    [
        "transferirlo",
        "quiero transferirlo",
        "transfer it",
        "quero transferir",
        "es de mi cliente",
        "sí, es suyo",
        "no, es de mi cliente",
        "it's my customer's",
        "they already own it",
        "é do meu cliente",
    ],
)
def test_it_is_theirs_means_transfer(text):
    assert heard(text, step=TAKEN).transfer


@pytest.mark.parametrize("text", ["no es de mi cliente", "it's not my customer's", "não é dele"])
def test_it_is_not_theirs_means_no_transfer(text):
    found = heard(text, step=TAKEN)
    assert found.foreign
    assert not found.transfer


def test_a_bank_transfer_is_no_transfer_of_a_domain():
    assert not heard("pago por transferencia", step=Step.PAYMENT).transfer


@pytest.mark.parametrize(
    ("text", "extra", "removed", "is_new"),
    [
        ("agrega tornillo.mx", True, False, False),
        ("also add tornillo.mx", True, False, False),
        ("tornillo.mx também", True, False, False),
        ("register tornillo.mx as well", True, False, False),
        ("quita tornillo.mx", False, True, False),
        ("remove tornillo.mx", False, True, False),
        ("mejor con tornillo.mx", False, False, False),
        ("mejor tornillo.mx", False, False, True),
        ("mejor otro: tornillo.mx", False, False, True),
        ("sin archivado y con el dominio tornillo.mx", False, False, False),
        ("agrega copilot con el dominio tornillo.mx", False, False, False),
    ],
)
def test_the_nearest_word_says_what_is_to_become_of_a_name(text, extra, removed, is_new):
    (name,) = heard(text, "tornillo.mx").names
    assert (name.extra, name.removed, name.is_new) == (extra, removed, is_new)


@pytest.mark.parametrize(
    "text", ["sin dominio", "no tengo dominio", "quita el dominio", "without a domain", "sem domínio"]
)
def test_no_domain_is_wanted(text):
    found = heard(text)
    assert found.none
    assert not found.more


@pytest.mark.parametrize(
    "text",
    [
        "domínio principal a.com e mais o adicional b.net",
        "o principal é a.com, e o b.net como adicional",
        "principal a.com, adicional b.net",
        "domínio a.com, o adicional b.net",
        "a.com (principal) e b.net (adicional)",
        "main domain a.com plus b.net as an extra",
        "a.com as the main domain and b.net as an additional one",
        "primary a.com, secondary b.net",
        "a.com main, b.net extra",
        "el principal es a.com y el adicional b.net",
        "a.com como principal y b.net como secundario",
        "a.com de dominio principal más b.net de adicional",
        "dominio principal a.com y otro adicional b.net",
    ],
)
def test_of_two_names_one_is_the_main_one_and_the_other_additional(text: str) -> None:
    found = heard(text, "a.com", "b.net", step=Step.DOMAIN)
    assert [(name.text, name.extra) for name in found.names] == [("a.com", False), ("b.net", True)]
    assert not found.either


@pytest.mark.parametrize(
    "text", ["sin dominios adicionales", "no quiero otro dominio", "no extra domains", "sem outro domínio"]
)
def test_no_additional_domain_is_wanted(text):
    found = heard(text)
    assert found.no_extras
    assert not found.none
    assert not found.more


@pytest.mark.parametrize("text", ["otro dominio", "agrega un dominio", "another domain", "mais um domínio"])
def test_another_domain_is_wanted_without_saying_which(text):
    assert heard(text, step=Step.CONFIRM).more


@pytest.mark.parametrize(
    "text", ["no sé qué dominio usar", "i don't know which domain", "não sei qual domínio"]
)
def test_not_knowing_which_domain_refuses_none(text):
    assert not heard(text).none


def test_otro_alone_means_another_name_only_where_a_domain_is_spoken_of():
    assert heard("otro", step=TAKEN).more
    assert not heard("otro", step=Step.CUSTOMER).more


def test_whether_a_name_is_free_is_a_question():
    assert heard("¿está libre tornillo.com?", "tornillo.com").asked
    assert heard("esta libre tornillo.com", "tornillo.com", intent="ask_domain").asked
    assert not heard("tornillo.com", "tornillo.com").asked


@pytest.mark.parametrize(
    "text",
    [
        "main domain a.com, plus these two on top so nobody else grabs them b.com and c.mx",
        "domain a.com, and they don't want anyone else to have b.com and c.mx so register those as well",
        "domínio a.com o principal, b.com e c.mx só pra reservar",
    ],
)
def test_names_that_nobody_else_shall_have_are_no_choice(text: str) -> None:
    found = heard(text, "a.com", "b.com", "c.mx")
    assert [(name.text, name.removed) for name in found.names] == [
        (name, False) for name in ("a.com", "b.com", "c.mx")
    ]
    assert not found.either
    assert not found.in_turn


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("una fotógrafa quiere correo con su propio dominio", False),
        ("she wants email on her own domain", False),
        ("they need mail with their own domain", False),
        ("quer e-mail profissional com seu próprio domínio", False),
        ("they want email with the domain they own", True),
        ("quiere usar el dominio que ya tiene", True),
        ("eles já têm domínio próprio", True),
    ],
)
def test_mail_on_a_domain_of_their_own_is_wished_for(text: str, theirs: bool) -> None:
    assert heard(text).theirs is theirs
