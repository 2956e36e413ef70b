"""Words that plans and add-ons share: whole names, the solution that the talk is about, changes, lists."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.outcome import Outcome
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop
from tests.ordering import shops


def shop() -> Shop:
    """The usual one with backups, whose add-ons are called like its plans; archiving is not for Premium."""
    known = shops.shop()
    office, *others = known.catalog.solutions
    archiving, *extras = office.add_ons
    archiving = replace(archiving, plans=frozenset(("BB", "BS")))
    defender = shops.solution("", {}, {"DEF": "Defender for Office 365 Plan 1"}).add_ons
    office = replace(office, add_ons=(archiving, *extras, *defender))
    backup = shops.solution(
        "Acronis Cyber Protect",
        {"AST": "Acronis Backup Standard", "AAD": "Acronis Backup Advanced"},
        {"SEC": "Advanced Security", "STO": "Cloud Storage 100 GB"},
    )
    hosted = shops.solution(
        "Hosted Exchange",
        {"HEX": "Hosted Exchange Basic", "HBU": "Hosted Exchange Business"},
        {"MAR": "Mail Archiving"},
    )
    solutions = (office, *(one for one in others if one.name != hosted.name), hosted, backup)
    return Shop(known.account, Catalog(solutions, known.catalog.tlds), known.customers, known.cards)


SHOP = shop()
PLUS = shops.solution("", {"GPL": "Google Workspace Business Plus"}, {}).plans[0]
BASIC, PREMIUM = Draft(plan="BB", quantity=11, term="year"), Draft(plan="BP", quantity=13, term="year")


def hear(text: str, step: Step | None = Step.PLAN, draft: Draft | None = None, language: str = "") -> Heard:
    context = (draft or Draft(), step, "order", (), None, (), language)
    return listen(Sentence(text, shops.entities(text), SHOP, *context))


def after(text: str, step: Step | None, draft: Draft, language: str = "") -> Outcome:
    heard = hear(text, step, draft, language)
    return decide(Message(heard, "order", text, step), draft, {}, SHOP)


@pytest.mark.parametrize(
    ("text", "plan", "counts"),
    [
        (
            "Acronis Backup Standard x30, advanced security x30, cloud storage x5",
            "AST",
            {"SEC": 30, "STO": 5},
        ),
        ("acronis standard para 12 pessoas e advanced security so em 6", "AST", {"SEC": 6}),
        ("acronis standard 12, seguridad avanzada solo en 6", "AST", {"SEC": 6}),
        ("acronis standard 12, segurança avançada só em 6", "AST", {"SEC": 6}),
        ("20 acronis standard y 10 advanced security", "AST", {"SEC": 10}),
        ("acronis advanced con advanced security, 20", "AAD", {"SEC": None}),
        ("acronis standard 20 + advanced security", "AST", {"SEC": None}),
        ("9 starter with google voice starter for 2", "GST", {"VOI": 2}),
        ("10 business standard con microsoft 365 copilot", "BS", {"COP": None}),
        ("business basic de microsoft con mail archiving", "BB", {"ARC": None}),
    ],
)
def test_an_add_ons_whole_name_names_no_plan(text: str, plan: str, counts: dict[str, int | None]) -> None:
    heard = hear(text)
    assert (heard.plans, heard.second, heard.unsold) == ((plan,), None, None)
    assert {each.mpn: each.quantity and int(each.quantity) for each in heard.add_ons} == counts


def test_the_maker_in_an_add_ons_name_tells_the_solution_where_nothing_else_does() -> None:
    assert hear("10 microsoft 365 copilot").plans == ("BS", "BB", "BP")
    assert hear("acronis advanced 20").plans == ("AAD",)


@pytest.mark.parametrize("step", [Step.ADD_ONS, Step.CUSTOMER, Step.PAYMENT, Step.CONFIRM])
@pytest.mark.parametrize(
    "text",
    [
        "put exchange archiving on all 11",
        "hm ok no copilot then. put exchange archiving on all 11 instead",
        "exchange archiving para los 11",
        "archivado de exchange para los 11",
        "põe o arquivamento do exchange nos 11",
    ],
)
def test_with_an_order_open_its_own_add_on_is_meant(text: str, step: Step) -> None:
    outcome = after(text, step, BASIC)
    assert outcome.draft == replace(BASIC, add_ons=(AddOnChoice("ARC"),))
    assert not outcome.questions
    assert not outcome.notes  # what is denied and was not there is no news


@pytest.mark.parametrize(
    ("text", "plan"),
    [("cambia a exchange business", "HBU"), ("change to hosted exchange basic with archiving", "HEX")],
)
def test_a_plan_of_another_solution_is_still_one(text: str, plan: str) -> None:
    outcome = after(text, Step.CONFIRM, BASIC)
    assert outcome.draft.plan == plan
    assert outcome.draft.add_ons in (None, (AddOnChoice("MAR"),))


@pytest.mark.parametrize("step", [Step.ADD_ONS, Step.CUSTOMER, Step.PAYMENT, Step.CONFIRM])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "I see, there is no archiving for Premium. Then change the plan to Microsoft 365 Business "
            "Standard, with the archiving for all 13.",
            "en",
        ),
        (
            "Entiendo, no hay archivado para Premium. Cambia el plan a Business Standard con el archivado",
            "es",
        ),
        ("ah, não tem arquivamento no Premium. Então muda pra Business Standard com o arquivamento", "pt"),
    ],
)
def test_what_it_is_changed_to_wins_over_what_was_named_before(text: str, language: str, step: Step) -> None:
    outcome = after(text, step, PREMIUM, language)
    assert outcome.draft == replace(PREMIUM, plan="BS", add_ons=(AddOnChoice("ARC"),))
    assert (outcome.questions, outcome.notes) == ({}, [])


@pytest.mark.parametrize(
    "text",
    ["change from basic to premium", "cambia el basic por el premium", "muda o basic pro premium"]
    + ["basic no, mejor premium", "basic is too small, switch to premium", "o basic não dá, prefiro premium"],
)
def test_a_change_names_both(text: str) -> None:
    assert after(text, Step.CONFIRM, BASIC, "pt" if " o " in f" {text}" else "").draft.plan == "BP"


@pytest.mark.parametrize(
    "text", ["no hay para Premium. Y ahora?", "there is none for Premium, I see", "12 standard para todos"]
)
def test_a_product_is_nobodys_name(text: str) -> None:
    assert hear(text, Step.PAYMENT, PREMIUM).unknown_customer is None


def test_a_name_ends_where_the_sentence_does() -> None:
    heard = hear("para Talleres Pérez. Cambia el plan a standard", Step.PAYMENT, PREMIUM)
    assert (heard.unknown_customer, heard.plans) == ("Talleres Pérez", ("BS",))
    assert hear("para Hnos. Ruiz", Step.CUSTOMER, PREMIUM).unknown_customer == "Hnos. Ruiz"


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", ""])
@pytest.mark.parametrize(
    "head", ["PO 88213", "OC nro 88213", "Protocolo 88213", "PO #88213", "Ticket: 88213"]
)
def test_each_line_of_a_list_names_one_thing(head: str, mark: str) -> None:
    lines = [
        head,
        "Cliente: Clínica San Rafael",
        f"{mark}M365 Business Premium x 45",
        f"{mark}Defender for Office 365 P1 x 40",
        "Visa",
    ]
    heard = hear("\n".join(lines))
    assert (heard.plans, heard.unsold, heard.quantity) == (("BP",), None, "45")
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("DEF", "40")]
    assert (heard.customers, heard.cards) == (("raf",), ("card-v",))


def test_the_numbers_of_a_list_count_nothing() -> None:
    heard = hear("1) Business Premium - 12\n2) Defender - 12\n3) Microsoft 365 Copilot - 2\nSan Rafael, visa")
    assert (heard.plans, heard.quantity) == (("BP",), "12")
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("DEF", "12"), ("COP", "2")]
    assert hear("Pedido 4471: 20 x Business Basic").quantity == "20"


def test_a_short_number_behind_the_same_letters_counts() -> None:
    assert hear("ya po 20 premium").quantity == "20"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ok pro then, for san rafael", "en"),
        ("linux, the pro for san rafael", "en"),
        ("el pro, para san rafael", "es"),
        ("pro entonces", "es"),
    ],
)
def test_pro_that_leads_to_no_name_is_a_plan(text: str, language: str) -> None:
    assert hear(text, language=language).plans == ("LNX",)


def test_portuguese_pro_is_for() -> None:
    heard = hear("10 premium pro tornillo", language="pt")
    assert (heard.plans, heard.customers) == (("BP",), ("tor",))


@pytest.mark.parametrize(
    "text", ["quero hospedar o site no linux pro", "necesito correo y sitio web, el linux pro"]
)
def test_a_word_for_anything_names_no_add_on(text: str) -> None:
    assert hear(text).add_ons == ()


@pytest.mark.parametrize(
    "text",
    [
        "sorry i was on the phone",
        "hang on, the phone's ringing",
        "quick one from my phone",
        "he told me by phone",
        "espera que suena el teléfono",
        "te escribo desde mi teléfono",
        "me lo pidió por teléfono",
        "estoy con el cliente al teléfono",
        "te mando un audio",
        "perai que o telefone ta tocando",
        "ele pediu pelo telefone",
        "to no telefone com ele",
    ],
)
def test_what_people_talk_with_is_no_add_on(text: str) -> None:
    language = "pt" if " ta " in text or "ele " in text or "to no" in text else ""
    assert hear(text, Step.ADD_ONS, Draft(plan="BS", quantity=16), language).add_ons == ()


@pytest.mark.parametrize("text", ["add phone please", "teléfono para 3", "e o telefone pra 3 deles", "phone"])
def test_an_add_on_may_be_called_so_all_the_same(text: str) -> None:
    heard = hear(text, Step.ADD_ONS, Draft(plan="BS", quantity=16))
    assert [each.mpn for each in heard.add_ons] == ["TEL"]


def test_plus_before_an_add_on_is_no_plan() -> None:
    google = replace(SHOP.catalog.solutions[1], plans=(*SHOP.catalog.solutions[1].plans, PLUS))
    known = replace(
        SHOP, catalog=Catalog((google, *(one for one in SHOP.catalog.solutions if one.name != google.name)))
    )
    draft = Draft(plan="LNX", quantity=1, term="year")
    for text, plans in (("plus SSL certificate", ()), ("google workspace plus", ("GPL",))):
        assert (
            listen(Sentence(text, (), known, draft, Step.CONFIRM, "inform", (), None, (), "en")).plans
            == plans
        )


@pytest.mark.parametrize(
    "text",
    [
        "she sent a voice note: 6 workspace starter",
        "me mandó una nota de voz, 6 workspace starter",
        "mandou mensagem de voz, 6 workspace starter",
    ],
)
def test_a_voice_note_is_no_google_voice(text: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.add_ons) == (("GST",), ())


@pytest.mark.parametrize("text", ["12 basic with archiving for 3", "12 basic con archivado para 3"])
def test_an_add_on_that_two_solutions_have_does_not_choose_the_plan(text: str) -> None:
    """And becomes the one of the plan that is chosen."""
    order = after(text, None, Draft()).draft
    assert order.plan is None
    for plan, add_on in (("microsoft 365 business basic", "ARC"), ("hosted exchange basic", "MAR")):
        chosen = after(plan, Step.PLAN, order).draft
        assert chosen.add_ons == (AddOnChoice(add_on, 3),)


def test_a_number_before_a_comma_counts_no_domain() -> None:
    heard = hear("5 workspace starter con copilot para 2, dominio acme-nueva.com")
    assert heard.quantity == "5"
    assert [each.quantity for each in hear("5 business basic con 2 copilot, dominio acme.com").add_ons] == [
        "2"
    ]


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("advanced security para 10", ("AST", "AAD")),
        ("10 archiving", ("BB", "BS", "HEX", "HBU")),
        ("quero o archivado", ("BB", "BS", "HEX", "HBU")),
    ],
)
def test_an_add_on_before_any_plan_offers_the_plans_it_is_made_for(text, plans):
    question = after(text, None, Draft()).questions[Step.PLAN]
    assert (question.reason, question.choices) == ("plan_unclear", plans)


def test_an_add_on_named_before_tells_which_plan_is_meant():
    draft = Draft(add_ons=(AddOnChoice("SEC"),))
    assert after("standard", Step.PLAN, draft).draft.plan == "AST"
    assert len(hear("standard", Step.PLAN).plans) > 1
