"""An add-on that is not wanted after all goes, however that is said; one that is wanted stays."""

from dataclasses import replace

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.meaning import meaning
from tests.ordering.shops import hear, shop

HOSTING = Draft(plan="LNX", quantity=1, add_ons=(AddOnChoice("SSL"),), payment="card-v")
STANDARD = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP"), AddOnChoice("ARC")), payment="card-v")


def after(text: str, draft: Draft, intent: str, step: Step = Step.CONFIRM, language: str = "") -> Draft:
    heard = hear(text, step, draft, intent, language=language)
    return decide(Message(heard, meaning(intent, 0.9, heard), text, step), draft, {}, shop()).draft


@pytest.mark.parametrize(
    "text",
    [
        "no ssl after all",
        "not the ssl",
        "actually no ssl",
        "i don't want the ssl",
        "i dont need ssl",
        "drop the ssl",
    ]
    + ["ssl no", "forget the ssl", "skip the ssl", "without ssl", "lose the ssl", "cancel the ssl"]
    + [
        "al final sin ssl",
        "no quiero ssl",
        "ya no el ssl",
        "mejor no el ssl",
        "el ssl ya no",
        "el ssl mejor no",
    ]
    + ["olvida el ssl", "quita el ssl", "cancela el ssl", "no necesito el certificado ssl", "pero sin el ssl"]
    + [
        "sem ssl",
        "no final sem ssl",
        "o ssl nao",
        "nao quero o ssl",
        "esquece o ssl",
        "tira o ssl",
        "melhor nao o ssl",
    ],
)
@pytest.mark.parametrize("intent", ["remove", "inform", "deny", "cancel"])
def test_an_add_on_that_is_not_wanted_goes(text: str, intent: str) -> None:
    assert after(text, HOSTING, intent).add_ons == ()


def test_only_the_one_that_is_named_goes() -> None:
    for text in ("no copilot after all", "not the copilot", "al final sin copilot", "copilot ya no"):
        assert after(text, STANDARD, "remove").add_ons == (AddOnChoice("ARC"),)
    assert after("no copilot but keep archiving", STANDARD, "remove").add_ons == (AddOnChoice("ARC"),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no, con ssl", "es"),
        ("no, ssl", "es"),
        ("no, with ssl", "en"),
        ("don't forget the ssl", "en"),
        ("no olvides el ssl", "es"),
        ("nao esqueca o ssl", "pt"),
        ("so no ssl", "pt"),
        ("coloca 1 no ssl", "pt"),
        ("no se si el ssl", "es"),
        ("nao consigo entrar no ssl", "en"),
        ("is there no ssl?", "en"),
    ],
)
def test_an_add_on_that_is_wanted_or_wondered_about_stays(text: str, language: str) -> None:
    assert after(text, HOSTING, "inform", language=language).add_ons == (AddOnChoice("SSL"),)


def test_no_extras_names_no_extra_disk() -> None:
    assert hear("no extras please", Step.ADD_ONS, HOSTING, "no_more").no_add_ons


@pytest.mark.parametrize("intent", ["remove", "inform", "cancel"])
@pytest.mark.parametrize(
    "text",
    [
        "that Copilot is too expensive, take it out",
        "the copilot can go, remove it please and keep archiving",
        "copilot is not needed. drop that",
        "get rid of copilot",
        "take copilot off the order",
        "leave out the copilot",
        "strip copilot, the archiving stays",
        "scrap copilot and keep archiving",
    ]
    + [
        "Epa, qué caro el Copilot. Sacalo, dejá solo el archivado",
        "el copilot está caro, quítalo",
        "sacá el copilot",
        "quitá copilot y dejá archivado",
        "el archivado se queda, quita el copilot",
        "quita el complemento copilot",
        "deja fuera el copilot",
        "copilot sacalo y el archivado dejalo",
    ]
    + [
        "esse Copilot encareceu, pode tirar",
        "o copilot ficou caro, tira ele",
        "deixa o copilot de fora",
        "tira o copilot, o arquivamento fica",
        "mantém o arquivamento e tira o copilot",
    ],
)
def test_what_is_said_behind_a_name_is_of_it_too(text: str, intent: str) -> None:
    language = "pt" if {" o ", "o ", "esse "} & {text[:2], text[:5].lower(), text[4:7]} else ""
    assert after(text, STANDARD, intent, language=language).add_ons == (AddOnChoice("ARC"),)


@pytest.mark.parametrize(
    "text",
    [
        "saca copilot y el archivado dejalo solo p/ 4",
        "quita copilot y deja archivado para 4",
        "tira o copilot e o arquivamento deixa so pra 4",
        "drop copilot and leave archiving for just 4",
    ],
)
@pytest.mark.parametrize("intent", ["remove", "inform"])
def test_one_goes_and_the_other_gets_a_number(text: str, intent: str) -> None:
    draft = after(text, STANDARD, intent)
    assert (draft.quantity, draft.add_ons) == (20, (AddOnChoice("ARC", 4),))


@pytest.mark.parametrize("text", ["quita copilot y archivado", "remove copilot, archiving too"])
def test_one_verb_removes_several(text: str) -> None:
    assert after(text, STANDARD, "inform").add_ons == ()


@pytest.mark.parametrize(
    "text",
    ["swap copilot for teams phone", "replace copilot with teams phone", "instead of copilot, teams phone"]
    + ["cambia copilot por teams phone", "copilot out, teams phone in", "troca o copilot pelo teams phone"],
)
def test_one_goes_for_another(text: str) -> None:
    chosen = after(text, STANDARD, "inform", language="pt" if " o " in text else "").add_ons or ()
    assert {each.mpn for each in chosen} == {"ARC", "TEL"}


@pytest.mark.parametrize(
    "text", ["drop the copilot to 5", "copilot down to 5", "baja el copilot hasta 5", "baixa o copilot até 5"]
)
def test_fewer_is_not_none(text: str) -> None:
    draft = after(text, STANDARD, "inform")
    assert draft.quantity == 20
    assert AddOnChoice("COP", 5) in (draft.add_ons or ())


@pytest.mark.parametrize(
    "text", ["everything except copilot", "deja todo excepto copilot", "deixa tudo exceto o copilot"]
)
def test_an_exception_goes(text: str) -> None:
    assert after(text, STANDARD, "inform").add_ons == (AddOnChoice("ARC"),)


@pytest.mark.parametrize(
    "text",
    [
        "tira o copilot e deixa só o archiving",
        "tira o copilot, só o archiving mesmo",
        "sem copilot, só archiving",
        "quita el copilot, nada más el archiving",
        "sin copilot, solamente archiving",
        "take copilot off, archiving only",
        "remove copilot, just archiving please",
    ],
)
@pytest.mark.parametrize("step", [Step.DOMAIN, Step.CONFIRM])
def test_what_alone_is_named_behind_it_stays(text: str, step: Step) -> None:
    assert after(text, STANDARD, "remove", step).add_ons == (AddOnChoice("ARC"),)


@pytest.mark.parametrize("text", ["quita el copilot y nada de archiving", "tira só o copilot e o archiving"])
def test_an_only_of_another_meaning_keeps_nothing(text: str) -> None:
    assert after(text, STANDARD, "remove").add_ons == ()


@pytest.mark.parametrize(
    "text",
    [
        "preferimos prescindir del ssl",
        "quítele el ssl a todos",
        "mejor no le pongas el ssl",
        "y el ssl les hará falta? no, dejá",
    ]
    + ["do they need the ssl? nah, leave it", "no les interesa el ssl", "renunciamos al ssl"]
    + ["preferimos não levar o ssl", "não vão querer o ssl", "dispensamos o ssl", "omitan el ssl"],
)
def test_what_they_would_rather_not_have_goes(text: str) -> None:
    language = "pt" if "ã" in text else "es"
    assert after(text, HOSTING, "inform", Step.PAYMENT, language).add_ons == ()


@pytest.mark.parametrize(
    "text",
    ["no quites el ssl", "no hay problema, agrega el ssl", "hace falta ssl? no? igual agrégalo"]
    + ["no sabemos si el ssl"],
)
def test_a_no_beside_an_add_on_that_is_wanted_takes_nothing_away(text: str) -> None:
    assert after(text, HOSTING, "inform", Step.PAYMENT, "es").add_ons == (AddOnChoice("SSL"),)


@pytest.mark.parametrize(
    "text",
    [
        "15 business standard con archivado y copilot, mensual, sin dominio",
        "15 business standard com archiving e copilot, mensal, sem domínio",
        "15 business standard with archiving and copilot, monthly, without a domain",
    ],
)
def test_the_domain_that_is_not_wanted_takes_no_add_on_along(text: str) -> None:
    assert [(each.mpn, each.removed) for each in hear(text).add_ons] == [("ARC", False), ("COP", False)]


@pytest.mark.parametrize(
    "text",
    ["the ssl is out", "ssl's gone", "the ssl has to go", "Ana has seen the total and wants the ssl gone"]
    + ["they want the ssl dropped please", "ssl not needed after all", "can you have the ssl removed"]
    + ["el ssl siempre no", "ssl descartado", "ni ssl ni backup", "el ssl ya no lo quieren"]
    + ["o ssl sai", "o ssl caiu", "o cliente quer o ssl fora", "não querem mais o ssl", "nem ssl nem backup"],
)
def test_what_is_out_is_said_behind_its_name(text: str) -> None:
    assert after(text, HOSTING, "inform").add_ons == ()


@pytest.mark.parametrize(
    "text", ["get ssl out of there", "strike the ssl", "que se vaya el ssl", "desistiram do ssl"]
)
def test_who_removes_in_whatever_words_names_one_that_the_order_has(text: str) -> None:
    assert after(text, HOSTING, "remove").add_ons == ()


@pytest.mark.parametrize(
    "text",
    [
        "is the ssl gone?",
        "do they need the ssl?",
        "don't take the ssl off",
        "no quites el ssl",
        "não tira o ssl",
    ]
    + ["keep the ssl", "strike the ssl?"],
)
def test_who_asks_or_says_no_to_that_removes_nothing(text: str) -> None:
    assert after(text, HOSTING, "remove").add_ons == HOSTING.add_ons


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("quita copilot y baja el archivado a 2", "es"),
        ("baja el archivado a 2 y quita copilot", "es"),
        ("copilot ya no y archivado para 2", "es"),
        ("tira o copilot e baixa o archiving pra 2", "pt"),
        ("take copilot off and cut archiving to 2", "en"),
        ("drop copilot and cut archiving down to 2", "en"),
        ("copilot out and archiving down to 2", "en"),
    ],
)
def test_one_goes_and_the_other_is_lowered(text: str, language: str) -> None:
    assert after(text, STANDARD, "remove", language=language).add_ons == (AddOnChoice("ARC", 2),)


@pytest.mark.parametrize(
    "text",
    [
        "quítale el copilot por favor, el archivado sí",
        "remove copilot, archiving yes",
        "tira o copilot, o arquivamento sim",
        "drop copilot but not the archiving",
        "quita copilot pero no el archivado",
        "tira o copilot mas não o arquivamento",
    ],
)
def test_beside_one_that_goes_another_is_said_to_stay(text: str) -> None:
    assert after(text, STANDARD, "remove", language="pt").add_ons == (AddOnChoice("ARC"),)


@pytest.mark.parametrize(("text", "language"), [("remove a copilot", "en"), ("quita un copilot", "es")])
def test_one_of_several_goes_and_the_others_stay(text: str, language: str) -> None:
    several = replace(STANDARD, add_ons=(AddOnChoice("COP", 2),))
    assert after(text, several, "remove", language=language).add_ons == (AddOnChoice("COP", 1),)
    assert after("tira a copilot", several, "remove", language="pt").add_ons == ()
