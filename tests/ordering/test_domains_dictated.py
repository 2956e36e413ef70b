"""A domain that is dictated: how many of the words before "punto com" belong to it."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.domain_edges import Span
from bot.ordering.domain_words import DomainListener
from bot.ordering.draft import DomainChoice, Step
from bot.ordering.heard import Entity
from bot.ordering.reading import Sentence, listen
from tests.ordering.domain_shop import MAIL, SHOP, TLDS, asked, heard, said, wishes


def spans(text: str, *spoken: str) -> list[Span]:
    """What the engine makes of the last word and its ending."""
    found = []
    for each in spoken:
        name = ".".join(each.replace(",", "").split()[::2])
        found.append(Span(name, text.index(each), text.index(each) + len(each)))
    return found


def names(text: str, spoken: str, step: Step | None = Step.DOMAIN) -> tuple[list[str], bool]:
    found = DomainListener(text, spans(text, spoken), (*TLDS, "com.br"), step, "inform").listen()
    return [name.text for name in found.names], found.either


@pytest.mark.parametrize(
    ("text", "spoken", "name"),
    [
        ("tuercas tijuana norte punto com, todo junto", "norte punto com", "tuercastijuananorte.com"),
        ("todo junto tuercas norte punto com punto mx", "norte punto com punto mx", "tuercasnorte.com.mx"),
        ("pão doce da vovó ponto com ponto br tudo junto", "vovó ponto com ponto br", "pãodocedavovó.com.br"),
        (
            "erva da fronteira, tudo junto, ponto com ponto br",
            "junto, ponto com ponto br",
            "ervadafronteira.com.br",
        ),
        ("tuercas del norte, todo junto, punto com", "junto, punto com", "tuercasdelnorte.com"),
        ("blue river dental, one word, dot com", "word, dot com", "blueriverdental.com"),
        ("it's blue fern murals dot com, all one word", "murals dot com", "bluefernmurals.com"),
        ("hosting, dominio tuercas norte punto com sin espacios", "norte punto com", "tuercasnorte.com"),
    ],
)
def test_all_in_one_word(text, spoken, name):
    assert names(text, spoken) == ([name], False)
    assert names(text, spoken, None) == ([name], False)


@pytest.mark.parametrize(
    ("text", "spoken", "whole"),
    [
        ("tuercas tijuana norte punto com", "norte punto com", "tuercastijuananorte.com"),
        ("el dominio es tuercas norte punto com", "norte punto com", "tuercasnorte.com"),
        ("blue fern murals dot com", "murals dot com", "bluefernmurals.com"),
    ],
)
def test_who_does_not_say_so_is_asked_which_it_is(text, spoken, whole):
    (short,) = spans(text, spoken)
    assert names(text, spoken) == ([whole, short.text], True)


@pytest.mark.parametrize(
    "text",
    [
        "norte punto com",
        "quiero norte punto com",
        "mi cliente quiere norte punto com porfa",
        "a ver, pon norte punto com",
        "registra norte punto com",
        "yes, norte dot com",
        "let's go with norte dot com",
        "acho que norte ponto com",
        "pode ser norte ponto com",
    ],
)
def test_words_around_a_name_are_no_part_of_it(text):
    spoken = text[text.index("norte") :].removesuffix(" porfa")
    assert names(text, spoken) == (["norte.com"], False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("panes de la abuela .com", ["panesdelaabuela.com", "laabuela.com"]),
        ("panes de la abuela, punto com", ["panesdelaabuela.com", "laabuela.com"]),
        ("blue fern murals .com all one word", ["bluefernmurals.com"]),
        ("la espiga .com", ["laespiga.com"]),
        ("san-rafael-mx, con punto com", ["san-rafael-mx.com"]),
        ("padocadobairro, ponto com ponto mx", ["padocadobairro.com.mx"]),
        ("padaria do bairro, ponto com", ["padariadobairro.com", "bairro.com"]),
        ("acme, que termine .com", ["acme.com"]),
    ],
)
def test_an_ending_by_itself_is_of_the_words_before_it(text, found):
    assert [name.text for name in heard(text, step=Step.DOMAIN).names] == found


def test_a_name_with_its_prefix_spelled_out_is_one():
    outcome = says("w w w punto laespiga punto com", {}, "w punto laespiga punto com")
    assert wishes(outcome) == [("laespiga.com", False)]


def test_the_engine_may_have_taken_an_ending_of_two_words_for_a_name():
    assert names("padocadobairro-sp, ponto com ponto mx", "com ponto mx") == (
        ["padocadobairro-sp.com.mx"],
        False,
    )


def test_outside_the_question_only_what_follows_the_noun_belongs_to_the_name():
    assert names("5 exchange para la espiga con norte punto com", "norte punto com", None) == (
        ["norte.com"],
        False,
    )


def says(text: str, questions: dict, spoken: str = "norte punto com"):  # type: ignore[no-untyped-def]
    found = [Entity("domain", each.text, each.start, each.end) for each in spans(text, spoken)]
    understood = listen(Sentence(text, found, SHOP, MAIL, Step.DOMAIN, "inform"))
    return decide(Message(understood, "inform", text, Step.DOMAIN), MAIL, questions, SHOP)


def test_who_says_it_again_or_all_together_means_the_whole():
    first = says("tuercas norte punto com", {})
    assert asked(first) == {Step.DOMAIN: "domain_which"}
    assert first.draft.domain != DomainChoice("norte.com")
    again = says("tuercas norte punto com", first.questions)
    assert wishes(again) == [("tuercasnorte.com", False)]
    together = said("todo junto", draft=MAIL, step=Step.DOMAIN, questions=first.questions)
    assert wishes(together) == [("tuercasnorte.com", False)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tacos del norte com mx", ["tacosdelnorte.com.mx", "norte.com.mx"]),
        ("es tacosdelnorte com mx", ["tacosdelnorte.com.mx"]),
        ("la espiga com mx", ["laespiga.com.mx"]),
        ("el com mx", []),
        ("no sé com mx", []),
    ],
)
def test_an_ending_of_two_words_needs_no_dots(text, names):
    assert [name.text for name in heard(text, step=Step.DOMAIN).names] == names
    assert heard(text, step=Step.TERM).names == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a linux hosting for Acme, domain bluefernstudios", "domain_no_ending"),
        ("hosting linux con dominio tacosdelnorte, visa", "domain_no_ending"),
        ("hosting, domínio: paodocedobairro", "domain_no_ending"),
        ("hosting sin dominio porfavorcito", None),
        ("hosting with domain registration", None),
        ("hosting, dominio pendiente", None),
        ("hosting, dominio despuesito", None),
        ("hosting y que el dominio bluefernstudios lo vean ellos", None),
    ],
)
def test_a_name_without_its_ending_is_heard_in_an_order(text, reason):
    outcome = said(text, draft=MAIL, step=None, intent="order")
    assert asked(outcome).get(Step.DOMAIN) == reason


def test_its_ending_is_told_then():
    first = said("domain bluefernstudios", draft=MAIL, step=None, intent="order")
    assert wishes(said("the .com", draft=MAIL, step=Step.DOMAIN, questions=first.questions)) == [
        ("bluefernstudios.com", False)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("5 mail con dominio tacosnorte com mx para la espiga, mensual", ["tacosnorte.com.mx"]),
        ("com domínio paonovo com br pra padaria, visa", ["paonovo.com.br"]),
        ("con dominio tacos del norte com mx para la espiga", ["tacosdelnorte.com.mx", "norte.com.mx"]),
        ("dominio no, la espiga com mx es otra cosa", []),
        ("para tacosnorte com mx", []),
    ],
)
def test_an_ending_of_two_words_needs_no_dots_behind_the_domain_within_an_order(text, names):
    found = DomainListener(text, [], (*TLDS, "com.br"), Step.PLAN, "order").listen()
    assert [name.text for name in found.names] == names


@pytest.mark.parametrize(
    ("text", "spoken", "name"),
    [
        (
            "register the velvet otter shop dot com, all one word, including the 'the'",
            "shop dot com",
            "thevelvetottershop.com",
        ),
        ("register the velvet otter shop dot com, all one word", "shop dot com", "velvetottershop.com"),
        (
            "the new name's gonna be sunday sketchbook club dot org, no spaces",
            "club dot org",
            "sundaysketchbookclub.org",
        ),
        (
            "uy. intenta con harineria de los tios punto com, todo junto",
            "tios punto com",
            "harineriadelostios.com",
        ),
        ("prueba con tuercas del norte punto com, todo junto", "norte punto com", "tuercasdelnorte.com"),
        ("ok try quiet river books dot com, all one word", "books dot com", "quietriverbooks.com"),
        ("tenta fermento e poesia ponto net, tudo junto", "poesia ponto net", "fermentoepoesia.net"),
        ("pon mejor tuercas norte punto com, todo junto", "norte punto com", "tuercasnorte.com"),
        (
            "vovó zilda ponto com ponto br, tudo junto e sem acento",
            "zilda ponto com ponto br",
            "vovozilda.com.br",
        ),
        ("tuercas del bajío punto mx, todo pegado y sin acentos", "bajío punto mx", "tuercasdelbajio.mx"),
        ("tuercas del bajío punto mx, todo pegado", "bajío punto mx", "tuercasdelbajío.mx"),
    ],
)
def test_where_its_words_begin_and_how_it_is_spelled(text, spoken, name):
    assert names(text, spoken) == ([name], False)


@pytest.mark.parametrize(
    ("text", "spoken", "either"),
    [
        (
            "hora terciopelo punto org, todo junto",
            "terciopelo punto org",
            ["horaterciopelo.org", "terciopelo.org"],
        ),
        ("hora veludo ponto org, tudo junto", "veludo ponto org", ["horaveludo.org", "veludo.org"]),
        ("annual salmon dot com, all one word", "salmon dot com", ["annualsalmon.com", "salmon.com"]),
    ],
)
def test_words_that_mean_something_else_may_be_of_the_name(text, spoken, either):
    assert names(text, spoken) == (either, True)


@pytest.mark.parametrize(
    ("text", "spoken", "name"),
    [
        ("the old mill bakery dot net, no spaces", "bakery dot net", "oldmillbakery.net"),
        ("el viejo molino punto net, todo junto", "molino punto net", "viejomolino.net"),
        ("o velho moinho ponto net, tudo junto", "moinho ponto net", "velhomoinho.net"),
        ("mi cliente quiere norte punto com, todo junto", "norte punto com", "norte.com"),
        ("también quisiera agregar norte punto com, todo junto", "norte punto com", "norte.com"),
        ("please transfer norte dot com, all one word", "norte dot com", "norte.com"),
    ],
)
def test_no_wish_is_of_the_name_and_an_old_mill_is(text, spoken, name):
    assert names(text, spoken) == ([name], False)


@pytest.mark.parametrize(
    "text",
    [
        "ya es dueño de uno.cl, transferilo acá así maneja todo junto",
        "hosting anual uno.cl, todo junto en un pedido",
    ],
)
def test_a_name_that_is_written_is_that_name(text):
    at = text.index("uno.cl")
    name = Span("uno.cl", at, at + len("uno.cl"))
    found = DomainListener(text, [name], (*TLDS, "cl"), Step.DOMAIN, "inform").listen()
    assert [each.text for each in found.names] == ["uno.cl"]
