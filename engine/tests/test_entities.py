"""What the entity extractors find, and what they leave alone."""

import pytest
from components.domains import DomainExtractor, find_domains
from components.numbers import find_numbers
from components.spans import Span, without_replaced
from components.terms import counted, phrases_in
from rasa.shared.nlu.training_data.message import Message

PHRASES = {"mensual": "month", "anual": "year", "mes": "month", "semanal": "other"}


def numbers(text: str, language: str = "") -> list[str]:
    return [span.value for span in without_replaced(find_numbers(text, language), text)]


def terms(text: str) -> list[str]:
    found = sorted(counted(text) + phrases_in(text, PHRASES))
    return [span.value for span in without_replaced(found, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25", ["25"]),
        ("-3", ["-3"]),
        ("docena y media de business basic", ["18"]),
        ("dozen please", ["12"]),
        ("he says sixteen, one six, not sixty", ["16", "60"]),
        ("dieciséis, uno seis", ["16"]),
        ("sessenta, seis zero", ["60"]),
        ("40 (four zero) seats", ["40"]),
        ("sixteen, one-six", ["16"]),
        ("sixteen, two six", ["16", "2", "6"]),
        ("1.5", ["1.5"]),
        ("1,5", ["1.5"]),
        ("10,000", ["10000"]),
        ("1.000", ["1000"]),
        ("2 mil", ["2000"]),
        ("p/ 25 usuarios", ["25"]),
        ("p/25", ["25"]),
        ("x25", ["25"]),
        ("25usuarios", ["25"]),
        ("25x", ["25"]),
        ("con la visa con 10 copilot", ["10"]),
        ("amex with 5 copilot", ["5"]),
        ("25u", ["25"]),
        ("25 buzones", ["25"]),
        ("una mas", ["1"]),
        ("one more", ["1"]),
        ("um a mais", ["1"]),
        ("uno menos", ["1"]),
        ("una docena y media", ["18"]),
        ("kiero docena y media", ["18"]),
        ("varias docenas", []),
        ("a dozen and a half of them", ["18"]),
        ("just the one", ["1"]),
        ("a single apps for business", ["1"]),
        ("começando do zero: 30", ["30"]),
        ("o 4", ["4"]),
        ("no son 20, son 15", ["20", "15"]),
        ("30 en vez de 20", ["30"]),
        ("súbelo de 20 a 30", ["30"]),
        ("veinticinco", ["25"]),
        ("trienta", ["30"]),
        ("cuarnta y cinco", ["45"]),
        ("fiften seats", ["15"]),
        ("cinqenta licenças", ["50"]),
        ("veintitres licencias", ["23"]),
        ("treinta y cinco", ["35"]),
        ("twenty-five seats", ["25"]),
        ("vinte e cinco", ["25"]),
        ("media docena", ["6"]),
        ("una docena", ["12"]),
        ("dos docenas", ["24"]),
        ("3 docenas", ["36"]),
        ("half a dozen", ["6"]),
        ("google voice, but only one, for the receptionist", ["1"]),
        ("one of them gets voice", ["1"]),
        ("voice solo para una de ellas", ["1"]),
        ("teams phone mas só um", ["1"]),
        ("google voice pero para una persona nada más", ["1"]),
        ("voice for one person", ["1"]),
        ("voice pra uma pessoa", ["1"]),
        ("quiero hablar con una persona", []),
        ("this ones for harbor dental", []),
        ("is there only one plan?", []),
        ("meia dúzia", ["6"]),
        ("un par de licencias", ["2"]),
        ("quiero una licencia", ["1"]),
        ("uno", ["1"]),
        ("10 de premium y 5 de basic", ["10", "5"]),
        ("com 5 copilot e 3 teams phone", ["5", "3"]),
        ("menos três", ["-3"]),
        ("minus three", ["-3"]),
        ("one and a half", ["1.5"]),
        ("dos y media", ["2.5"]),
        ("umas 20", ["20"]),
        ("os dois", ["2"]),
        ("as 20", ["20"]),
        ("muda pra 30 e o defender pra 30 tb", ["30", "30"]),
        ("30, tb anual", ["30"]),
        ("unos veinte", ["20"]),
        ("umas dez licenças", ["10"]),
    ],
)
def test_a_count_is_found_however_it_is_written(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "un dominio para una empresa",
        "a year",
        "this one",
        "non",
        "microsoft 365 business basic",
        "office 365 e3",
        "defender plan 1",
        "la visa que termina en 4242",
        "mastercard 4444",
        "extra disk 10 gb",
        "espacio de 2 tb",
        "armazenamento de 2 tb",
        "os complementos",
        "cuesta $15",
        "12/2030",
        "a las 10:30",
        "el 2do",
        "muchas",
        "m365",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert numbers(text) == []


def test_a_word_of_two_languages_counts_only_in_the_one_that_is_spoken() -> None:
    assert numbers("once", "es") == ["11"]
    assert numbers("once more", "en") == []
    assert numbers("once", "en") == ["11"]  # a single word has no language of its own
    assert numbers("a lista dos usuários", "pt") == []
    assert numbers("dos usuarios", "es") == ["2"]


def test_a_number_says_where_it_stands() -> None:
    text = "quiero veinticinco asientos"
    (span,) = find_numbers(text)
    assert text[span.start : span.end] == "veinticinco"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("por mes", ["month"]),
        ("a 12-month term", ["year"]),
        ("one-year contract", ["year"]),
        ("a 36-month term", ["other"]),
        ("MENSUAL", ["month"]),
        ("mensaul", ["month"]),
        ("anaul", ["year"]),
        ("lo pagan todos los meses", ["month"]),
        ("que se cobre cada mes", ["month"]),
        ("x mes", ["month"]),
        ("USD 8/mo", ["month"]),
        ("every single month", ["month"]),
        ("by the month", ["month"]),
        ("per yr", ["year"]),
        ("todos os anos", ["year"]),
        ("a cada mês", ["month"]),
        ("c/mes", ["month"]),
        ("por meses", ["month"]),
        ("por y para ellos", []),
        ("el mes que viene", []),
        ("un año", ["year"]),
        ("por un ano", ["year"]),
        ("12 meses", ["year"]),
        ("doce meses", ["year"]),
        ("1 mes", ["month"]),
        ("24 meses", ["other"]),
        ("dos años", ["other"]),
        ("6 months", ["other"]),
        ("two weeks", ["other"]),
        ("semanal", ["other"]),
        ("de mensual a anual", ["year"]),
        ("anual en vez de mensual", ["year"]),
        ("el mes pasado", []),
        ("manual", []),
    ],
)
def test_a_term_is_month_year_or_other(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ferreteria.com", ["ferreteria.com"]),
        ("usa https://www.ElTornillo.com/inicio?a=1", ["ElTornillo.com"]),
        ("el dominio es tallerruiz.com.mx.", ["tallerruiz.com.mx"]),
        ("ñandú.com.ar", ["ñandú.com.ar"]),
        ("xn--and-6ma2c.com.ar", ["xn--and-6ma2c.com.ar"]),
        ("ferreteria punto com punto mx", ["ferreteria.com.mx"]),
        ("con la espiga punto com", ["laespiga.com"]),
        ("bakery dot com", ["bakery.com"]),
        ("padaria ponto com ponto br", ["padaria.com.br"]),
        ("pão traço da traço vovó ponto com ponto br", ["pão-da-vovó.com.br"]),
        ("con la guión espiga guion medio norte punto mx", ["la-espiga-norte.mx"]),
        ("it's blue dash fern hyphen studio.com", ["blue-fern-studio.com"]),
        ("com hífen", []),
        ("-x.com", ["-x.com"]),
        ("laperla.com y laperla.mx", ["laperla.com", "laperla.mx"]),
        ("algo.raro", ["algo.raro"]),
        ("listo.gracias por todo", []),
        ("ok.no quiero nada", []),
        ("1.5", []),
        ("los arcos s.a. de c.v.", []),
    ],
)
def test_a_domain_is_found_as_people_write_it(text: str, expected: list[str]) -> None:
    assert [span.value for span in find_domains(text)] == expected


def test_the_at_sign_makes_an_address_and_no_domain() -> None:
    assert find_domains("ana@eltornillo.com") == []


@pytest.mark.parametrize(
    ("text", "addresses", "domains"),
    [
        ("luis arroba tacos punto com", ["luis@tacos.com"], []),
        ("luis at tacos dot com", ["luis@tacos.com"], []),
        ("el correo es luis.perez arroba tacos ponto com ponto br", ["luis.perez@tacos.com.br"], []),
        ("luis @ tacos.com", ["luis@tacos.com"], []),
        ("it's at godaddy dot com", [], ["godaddy.com"]),
        ("acme.com at godaddy.com", [], ["acme.com", "godaddy.com"]),
        ("cambia de a.com a b.com", [], ["b.com"]),
        ("b.com en vez de a.com", [], ["b.com"]),
    ],
)
def test_an_address_that_is_spelled_out_is_no_domain(
    text: str, addresses: list[str], domains: list[str]
) -> None:
    message = Message.build(text)
    DomainExtractor().process([message])
    found = [(each["entity"], each["value"]) for each in message.get("entities")]
    assert found == [*(("email", each) for each in addresses), *(("domain", each) for each in domains)]


def test_a_domain_says_where_it_stands() -> None:
    assert find_domains("con www.sol.com ya") == [Span(4, 15, "sol.com")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("diceiocho", "18"),
        ("sixten", "16"),
        ("dezoto", "18"),
        ("eigthteen", "18"),
        ("forteen", "14"),
        ("dezeseis", "16"),
    ],
)
def test_a_slip_in_a_teen_is_the_teen(text: str, value: str) -> None:
    assert numbers(text) == [value]
