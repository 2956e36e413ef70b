"""Where add-ons are asked for or changed: remarks count nothing, "all three", "the other two", "DR"."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Relation
from bot.ordering.reading import Sentence, listen
from bot.ordering.supposing import asks_price, is_unsure
from tests.ordering.shops import SOLUTIONS, entities, hear, shop, solution

STANDARD = Draft(plan="BS", quantity=10, term="year")
REVIEWED = replace(STANDARD, add_ons=(), customer=shop().customers[0], payment="card-v")
OFFERED = ("ARC", "COP", "TEL")
PORTUGUESE = {"os", "pra", "pras", "mas", "ele", "eles", "um", "uma", "não", "pro", "já", "põe", "só"}


def after(text: str, step: Step = Step.ADD_ONS, draft: Draft | None = None, intent: str = "inform") -> Draft:
    draft = draft or (STANDARD if step is Step.ADD_ONS else REVIEWED)
    language = "pt" if PORTUGUESE & set(text.replace(",", "").split()) else ""
    offered = OFFERED if step is Step.ADD_ONS else ()
    heard = hear(text, step, draft, intent, offered, language=language)
    return decide(Message(heard, intent, text, step), draft, {}, shop()).draft


def counts(text: str, step: Step = Step.ADD_ONS, draft: Draft | None = None) -> dict[str, int | None] | None:
    after_it = after(text, step, draft)
    assert after_it.quantity == 10
    return None if after_it.add_ons is None else {each.mpn: each.quantity for each in after_it.add_ons}


@pytest.mark.parametrize(
    "text",
    ["copilot too please, the office flooded twice already", "copilot because they asked for it twice"]
    + ["copilot please, 3 servers were hacked last week", "copilot yes, 2 of the shops burned down"]
    + ["copilot también, que 3 servidores se quemaron", "ponle copilot, 4 personas lo pidieron ayer"]
    + ["copilot também, 2 máquinas pegaram vírus", "bota copilot, os 2 servidores estão cheios"],
)
def test_what_is_told_beside_an_add_on_counts_nothing(text: str) -> None:
    assert counts(text) == {"COP": None}


@pytest.mark.parametrize(
    "text", ["copilot, 4 users", "copilot, just 4", "copilot, make it 4", "copilot. 4 please"]
)
def test_a_number_in_a_clause_of_its_own_is_its(text: str) -> None:
    assert counts(text) == {"COP": 4}


@pytest.mark.parametrize(
    "text",
    ["3 copilot, for the 3 tills", "3 x copilot, for the servers only", "copilot for 3 servers, so 3"]
    + ["3 de copilot, para las 3 compus de caja", "3 x copilot, solo para los servidores"]
    + ["copilot só pra 3 servidores, então 3", "3 de copilot, pras 3 máquinas do caixa"],
)
@pytest.mark.parametrize("step", [Step.ADD_ONS, Step.CONFIRM])
def test_its_number_said_once_more_is_not_the_plans(text: str, step: Step) -> None:
    assert counts(text, step) == {"COP": 3}


def test_licences_beside_an_add_on_are_the_plans() -> None:
    assert after("3 copilot and 3 licences", Step.CONFIRM).quantity == 3


@pytest.mark.parametrize(
    "text",
    ["8 copilot, sorry no, 9 copilot", "8 de copilot, perdón no, 9 de copilot. nada más"]
    + ["quero 8 de copilot, não, desculpa, 9 de copilot", "8 copilot. oops, 9 copilot"],
)
def test_the_number_that_was_taken_back_is_nobodys(text: str) -> None:
    assert counts(text) == {"COP": 9}


@pytest.mark.parametrize("text", ["7 copilot and, hang on, 2 archiving. yes, 7 and 2"])
def test_both_said_once_more(text: str) -> None:
    assert counts(text) == {"COP": 7, "ARC": 2}


@pytest.mark.parametrize(
    "text",
    [
        "all 3 please, he wants the full monty",
        "stick all 3 on, she's paranoid",
        "everything you've got, he's loaded",
    ]
    + [
        "los 3 de una, que quede completo",
        "ponme los 3 porfa",
        "todo lo que tengas ahí listado, es paranoico",
    ]
    + ["pode colocar os 3, a cliente é medrosa", "pode pôr tudo que tem aí, ele é medroso"],
)
def test_all_that_are_offered(text: str) -> None:
    assert counts(text) == {"ARC": None, "COP": None, "TEL": None}


@pytest.mark.parametrize(
    "text",
    ["not all 3, just copilot", "los 3 no, nada más copilot", "não quero os 3, só o copilot"],
)
def test_not_all_of_them(text: str) -> None:
    assert counts(text) == {"COP": None}


@pytest.mark.parametrize(
    "text", ["what would all 3 cost?", "all 3 are too pricey for them", "os 3 são caros demais"]
)
def test_who_speaks_of_all_has_not_chosen_them(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "no archiving, but the other 2 yes please",
        "archivado no, los otros 2 sí",
        "archivado no, el resto ponlo",
    ]
    + ["arquivamento não, os outros 2 pode colocar", "o arquivamento não quero, mas os outros 2 sim"],
)
def test_the_others_are_wanted(text: str) -> None:
    assert counts(text) == {"COP": None, "TEL": None}


@pytest.mark.parametrize(
    "text",
    ["archiving yes, the other 2 no", "archiving for now, the rest we'll see next year"]
    + ["archivado sí, los otros 2 no", "archivado, lo demás ni hablar", "archivado y los otros 2 nada"]
    + ["o arquivamento sim, os outros 2 não", "só o arquivamento, os outros 2 deixa pra lá"],
)
def test_the_others_are_not(text: str) -> None:
    assert counts(text) == {"ARC": None}


def test_how_many_others_there_are_counts_nothing_at_the_review() -> None:
    draft = replace(REVIEWED, add_ons=tuple(AddOnChoice(mpn) for mpn in OFFERED))
    text = "quita copilot, los otros 2 quedan"
    assert {each.mpn for each in after(text, Step.CONFIRM, draft).add_ons or ()} == {"ARC", "TEL"}
    assert after(text, Step.CONFIRM, draft).quantity == 10


@pytest.mark.parametrize(
    "text",
    ["todos menos copilot que sale un ojo de la cara", "everything but copilot, that costs an arm and a leg"]
    + ["tudo menos copilot, custa os olhos da cara", "all except copilot, they have 1 already"],
)
def test_all_but_one_whatever_the_reason(text: str) -> None:
    assert counts(text) == {"ARC": None, "TEL": None}


@pytest.mark.parametrize(
    "text",
    [
        "primero dijo que no pero ahora sí quiere copilot, ponlo",
        "he said no at first but now he wants copilot",
    ]
    + ["antes ele não queria mas agora quer copilot"],
)
def test_a_no_that_is_past(text: str) -> None:
    assert counts(text) == {"COP": None}


@pytest.mark.parametrize(
    ("text", "number"),
    [("põe só copilot pra mim", None), ("just the copilot for me please", None), ("copilot for me only", 1)]
    + [("4 de arquivamento e um de copilot", 1), ("4 de archivado y uno de copilot", 1)]
    + [("um copilot só, pro servidor linux", 1), ("one copilot, for the linux server", 1)],
)
def test_one_of_it_or_a_favour(text: str, number: int | None) -> None:
    draft = after(text)
    assert (draft.plan, draft.quantity) == ("BS", 10)
    assert {each.mpn: each.quantity for each in draft.add_ons or ()}["COP"] == number


@pytest.mark.parametrize("text", ["no, it's cheaper without", "that's cheaper than she thought"])
def test_a_remark_about_cheapness_chooses_nothing(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize(
    "text", ["copilot si es tan amable", "copilot if you don't mind", "copilot se não for incômodo"]
)
def test_courtesy_is_no_doubt(text: str) -> None:
    assert not is_unsure(text)


def test_a_condition_is() -> None:
    assert is_unsure("copilot si no sale caro")


@pytest.mark.parametrize("text", ["that costs an arm and a leg", "custa os olhos da cara"])
def test_a_complaint_asks_for_no_price(text: str) -> None:
    assert not asks_price(text)
    assert asks_price("what does that one cost")


@pytest.mark.parametrize(
    ("text", "number"),
    [("knock it down to 8 seats please, she let 2 people go", 8), ("lower it to 8, 2 laptops died", 8)]
    + [
        ("bajale a 8 licencias porfa que 2 compus ya murieron", 8),
        ("cámbialo a 12 que vienen 2 personas", 12),
    ]
    + [("10 é muito, baixa pra 7 que 3 notebooks foram pro conserto", 7)],
)
def test_the_number_that_the_verb_leads_to(text: str, number: int) -> None:
    assert after(text, Step.CONFIRM).quantity == number


ACME = solution("Acme Safe", {"ONE": "Acme Safe One"}, {"DIS": "Disaster Recovery", "VLT": "Cold Vault"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 of the DR please", {"DIS": 2}),
        ("no vault, but DR yes please", {"DIS": None}),
        ("dr thanks", {"DIS": None}),
    ]
    + [("vault, and it's for Dr. Ruiz", {"VLT": None}), ("vault para el dr Ruiz", {"VLT": None})],
)
def test_initials_of_an_add_on(text: str, found: dict[str, int | None]) -> None:
    known = replace(shop(), catalog=Catalog((*SOLUTIONS, ACME)))
    draft = Draft(plan="ONE", quantity=10, term="year")
    heard = listen(
        Sentence(text, entities(text), known, draft, Step.ADD_ONS, "inform", ("DIS", "VLT"), Step.ADD_ONS)
    )
    chosen = decide(Message(heard, "inform", text, Step.ADD_ONS), draft, {}, known).draft.add_ons or ()
    assert {each.mpn: each.quantity for each in chosen} == found


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("mejor que sea el basic, el standard les queda grande", "BB"),
        ("better basic, standard is overkill", "BB"),
    ]
    + [
        ("muy caro el standard, cámbieselo por el premium", "BP"),
        ("melhor o basic, o standard é demais", "BB"),
    ]
    + [("mejor el standard, el basic les queda chico", "BS"), ("is basic better, or standard?", "BS")],
)
def test_the_plan_that_is_given_up_may_be_named_as_the_reason(text: str, plan: str) -> None:
    assert after(text, Step.CONFIRM).plan == plan


@pytest.mark.parametrize(
    "text", ["I've triple checked the lines", "double checked it, all good", "doble check hecho, todo bien"]
)
def test_how_often_it_was_looked_over_multiplies_nothing(text: str) -> None:
    draft = Draft(plan="BS", quantity=10, term="year", add_ons=(), payment="card-v")
    assert hear(text, Step.CONFIRM, draft, "affirm").quantity is None


def test_so_many_instead_of_so_many_are_the_plans_though_an_add_on_has_as_many() -> None:
    draft = Draft(plan="BS", quantity=15, term="year", add_ons=(AddOnChoice("TEL"),))
    heard = hear("only with 11 instead of 15 (teams phone for the 11 as well)", None, draft, "repeat_order")
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("11", ["11"])


def test_for_the_lot_of_them_is_how_many() -> None:
    draft = Draft(plan="BS", quantity=20)
    heard = hear("archiving for the lot of them", Step.ADD_ONS, draft, offered=("ARC", "COP", "TEL"))
    assert [each.mpn for each in heard.add_ons] == ["ARC"]


def test_a_cut_in_the_staff_takes_no_add_on_off() -> None:
    draft = Draft(plan="HEX", quantity=45, add_ons=(AddOnChoice("SPM"),))
    text = "aliás 40, cinco saíram no corte de junho. o spam pros 40 também"
    (spam,) = hear(text, Step.DOMAIN, draft, language="pt").add_ons
    assert (spam.removed, spam.relation) == (False, Relation.EXACT)
