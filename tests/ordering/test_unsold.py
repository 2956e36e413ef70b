"""What is not sold here is said to be so; nothing that only sounds like it is taken for it."""

import pytest

from bot.ordering.catalog import AddOn, Catalog, DomainNeed, Plan, Solution
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.outcome import Outcome
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop
from tests.ordering import shops


def solution(name: str, plans: dict[str, str], add_ons: dict[str, str], per_seat: bool = True) -> Solution:
    made = tuple(Plan(mpn, plan, shops.PRICES, 1, 300) for mpn, plan in plans.items())
    extras = tuple(AddOn(mpn, extra, shops.PRICES) for mpn, extra in add_ons.items())
    return Solution(name, name.lower(), per_seat, DomainNeed.OPTIONAL, made, extras)


def shop() -> Shop:
    suite = {"BB": "Basic", "BS": "Standard", "BP": "Premium"}
    work = {"GST": "Starter", "GSD": "Standard", "GPL": "Plus"}
    solutions = (
        solution(
            "Microsoft 365",
            {mpn: f"Microsoft 365 Business {tier}" for mpn, tier in suite.items()},
            {
                "COP": "Microsoft 365 Copilot",
                "TEL": "Teams Phone Standard",
                "ARC": "Exchange Online Archiving",
            },
        ),
        solution("Google Workspace", {m: f"Google Workspace Business {t}" for m, t in work.items()}, {}),
        solution(
            "Web Hosting",
            {"LB": "Linux Hosting Basic", "LP": "Linux Hosting Pro", "WS": "Windows Hosting Standard"},
            {},
            per_seat=False,
        ),
        solution(
            "Hosted Exchange",
            {"HB": "Hosted Exchange Basic", "HU": "Hosted Exchange Business"},
            {"MAR": "Mail Archiving", "SPM": "Advanced Spam Filter"},
        ),
        solution("Dropbox", {"DS": "Dropbox Business Standard", "DA": "Dropbox Business Advanced"}, {}),
    )
    known = shops.shop()
    return Shop(known.account, Catalog(solutions, known.catalog.tlds), known.customers, known.cards)


SHOP = shop()
OFFICE, GOOGLE, DROPBOX = ("BB", "BS", "BP"), ("GST", "GSD", "GPL"), ("DS", "DA")


def hear(
    text: str, step: Step | None = Step.PLAN, draft: Draft | None = None, intent: str = "order"
) -> Heard:
    return listen(Sentence(text, shops.entities(text), SHOP, draft or Draft(), step, intent))


def after(text: str, draft: Draft | None = None, step: Step = Step.PLAN) -> Outcome:
    heard = hear(text, step, draft)
    return decide(Message(heard, "order", text, step), draft or Draft(), {}, SHOP)


@pytest.mark.parametrize(
    ("text", "said", "nearest"),
    [
        ("10 office 365 e3", "office 365 e3", OFFICE),
        ("Office 365 E5 para la espiga", "Office 365 E5", OFFICE),
        ("microsoft 365 enterprise", "microsoft 365 enterprise", OFFICE),
        ("quiero 10 licencias de microsoft visio", "microsoft visio", OFFICE),
        ("e3 de office 365, 10", "e3 de office 365", OFFICE),
        ("quiero 365 e3 para 20 usuarios", "365 e3", OFFICE),
        ("10 microsoft teams essentials", "microsoft teams essentials", OFFICE),
        ("quiero power bi", "power bi", ()),
        ("10 exchange online plan 2 para la espiga", "exchange online", ("HB", "HU")),
        ("google copilot", "google copilot", GOOGLE),
        ("10 licencias de windows server", "windows server", ("LB", "LP", "WS")),
        ("business premium enterprise", "business premium enterprise", OFFICE),
        ("google workspace enterprise anual", "google workspace enterprise", GOOGLE),
        ("google drive", "google drive", GOOGLE),
        ("google premium", "google premium", GOOGLE),
        ("premium de google", "premium de google", GOOGLE),
        ("dropbox plus 10", "dropbox plus", DROPBOX),
        ("10 dropbox essentials", "dropbox essentials", DROPBOX),
        ("dropbox basic", "dropbox basic", DROPBOX),
        ("slack pro", "slack pro", ()),
        ("10 zoom pro anual", "zoom pro", ()),
        ("5 canva premium", "canva premium", ()),
        ("freshdesk standard 10", "freshdesk standard", ()),
        ("quiero 10 zoho mail", "zoho mail", ()),
        ("zoho", "zoho", ()),
        ("10 licencias de salesforce para la espiga", "salesforce", ()),
        ("10 freshdesk", "freshdesk", ()),
        ("necesito quickbooks para la espiga", "quickbooks", ()),
        ("20 seats of freshdesk for la espiga", "freshdesk", ()),
        ("i want some freshdesk", "freshdesk", ()),
        ("10 adobe creative cloud", "adobe creative cloud", ()),
        ("quero 5 contas de zoho", "zoho", ()),
        ("preciso do freshdesk", "freshdesk", ()),
    ],
)
def test_what_is_not_sold_is_said_with_what_comes_near(
    text: str, said: str, nearest: tuple[str, ...]
) -> None:
    outcome = after(text)
    question = outcome.questions[Step.PLAN]
    assert (question.data["said"], question.choices) == (said, nearest)
    assert question.reason == ("plan_not_sold" if nearest else "plan_not_sold_at_all")
    assert outcome.draft.plan is None
    assert not outcome.draft.add_ons


def test_quantity_and_customer_beside_it_are_kept() -> None:
    draft = after("10 licencias de salesforce anual para la espiga").draft
    assert (draft.quantity, draft.term, draft.customer and draft.customer.id) == (10, "year", "esp")


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("10 office 365 business premium", "BP"),
        ("premium de microsoft por favor", "BP"),
        ("10 premium urgente", "BP"),
        ("mándame 10 premium", "BP"),
        ("quisiera contratar premium", "BP"),
        ("ocupo 10 premium para la espiga", "BP"),
        ("me urge premium", "BP"),
        ("i'd like to purchase premium", "BP"),
        ("purchase premium please", "BP"),
        ("google standard tornillo visa", "GSD"),
        ("google plus", "GPL"),
        ("dropbox standard x10", "DS"),
        ("linux pro para la espiga", "LP"),
        ("quisiera 5 licenciamientos de business premium anuales", "BP"),
        ("10 sillas de premium", "BP"),
        ("mejor que sea business premium", "BP"),
        ("que sea premium", "BP"),
        ("sea premium", "BP"),
        ("pues premium", "BP"),
        ("sería premium", "BP"),
        ("vai ser premium", "BP"),
        ("then premium", "BP"),
        ("i guess premium", "BP"),
        ("un windows porfa", "WS"),
        ("windows hosting anual", "WS"),
        ("premium con copilot", "BP"),
        ("standard de microsoft con teams phone", "BS"),
        ("gostaria de contratar o premium", "BP"),
        ("vou querer premium", "BP"),
        ("bussiness premiun ofice", "BP"),
        ("10 licensas do busines premium mensal", "BP"),
        ("10 lisencias premium", "BP"),
        ("quiro 10 lisensias de premium", "BP"),
        ("nesecito premium", "BP"),
        ("presciso do premium", "BP"),
    ],
)
def test_what_is_sold_is_found_as_before(text: str, plan: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.unsold) == ((plan,), None)


@pytest.mark.parametrize(
    "text",
    [
        "hola, quisiera hacer un pedido",
        "microsoft copilot",
        "exchange antispam",
        "quiero hacer un pedido para un cliente",
        "i want to place an order",
    ]
    + ["quero fazer um pedido", "necesito ayuda", "10", "10 licencias", "10 por favor", "10 anual visa"]
    + ["10 para la espiga", "quiero 10 para Talleres Pérez", "para Slack Consultores", "10 con la visa"]
    + ["necesito correo para mi cliente", "quiero algo barato", "i need email", "preciso de um site"],
)
def test_talk_names_no_product(text: str) -> None:
    assert hear(text).unsold is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("same order again", "repeat_order"),
        ("how is my order going", "ask_orders"),
        ("tienen ofertas", "ask_savings"),
        ("tem algum desconto?", "ask_savings"),
        ("en que cambia el pro del basico", "ask_difference"),
        ("o que muda do pro pro básico", "ask_difference"),
        ("i don't want any add-ons", "no_more"),
        ("strip advanced from the order", "remove"),
        ("dame la lista de planes", "ask_plans"),
        ("no son 20, son 15", "inform"),
        ("lives at 14 oak street", "inform"),
        ("quiero dar de alta un servicio", "order"),
    ],
)
def test_what_else_people_say_names_no_product(text: str, intent: str) -> None:
    assert hear(text, intent=intent).unsold is None


def test_an_order_with_a_plan_keeps_it() -> None:
    outcome = after("mejor office 365 e3", Draft(plan="BP", quantity=10), Step.CONFIRM)
    assert (outcome.draft.plan, outcome.questions) == ("BP", {})
    assert [note.reason for note in outcome.notes] == ["plan_not_sold_kept"]


@pytest.mark.parametrize("step", [Step.CUSTOMER, Step.CUSTOMER_NAME, Step.CONTACT_ADMIN])
def test_a_customer_may_be_called_like_a_product(step: Step) -> None:
    assert hear("Slack Pro Consultores", step, Draft(plan="BP", quantity=10), "inform").unsold is None


@pytest.mark.parametrize(
    "text",
    [
        "hosting linux pal tornillo",
        "linux hosting tmb",
        "10 business basic tb porfa",
        "10 business premium pls",
        "10 business basic pfv",
        "quero 5 workspace starter tbm",
    ],
)
def test_a_hurried_filler_is_no_part_of_a_products_name(text: str) -> None:
    assert hear(text, Step.PLAN, Draft(), "order").unsold is None


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("they run wordpress so make it linux hosting pro instead", "LP"),
        ("agora diz que o site é em wordpress, então troca pra Linux Basic", "LB"),
        ("su página está en wordpress, mejor linux pro", "LP"),
        ("they're on slack already, go with dropbox advanced", "DA"),
    ],
)
def test_what_is_only_a_reason_does_not_hide_the_plan_that_is_wanted(text, plan):
    heard = hear(text, Step.TERM, Draft(plan="WS", quantity=1), "inform")
    assert (heard.plans, heard.unsold) == ((plan,), None)


@pytest.mark.parametrize(
    "text", ["10 slack, 5 dropbox advanced", "slack pro", "make it linux pro and 3 zoom"]
)
def test_what_is_counted_or_named_last_is_wanted(text):
    assert hear(text, Step.PLAN).unsold is not None


@pytest.mark.parametrize("intent", ["chitchat", "ask_how", "greet", "ask_plans", "out_of_scope"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vcs tem zimbra?", "zimbra"),
        ("tem o bling aí?", "bling"),
        ("tienen zimbra?", "zimbra"),
        ("manejan contpaqi?", "contpaqi"),
        ("do you have zimbra", "zimbra"),
        ("have you got photoshop", "photoshop"),
        ("do you sell odoo?", "odoo"),
    ],
)
def test_who_asks_for_something_not_sold_is_told_so(text: str, name: str, intent: str) -> None:
    unsold = hear(text, intent=intent).unsold
    assert unsold is not None
    assert name in unsold.text


@pytest.mark.parametrize("intent", ["chitchat", "ask_how", "greet"])
@pytest.mark.parametrize(
    "text",
    ["tem alguém aí?", "você tem namorado?", "tienes novio?", "tienen sucursal?", "do you have a minute?"]
    + ["have you got kids", "you got a sec?", "tem como pagar no boleto?", "tem pix?", "hay alguien?"],
)
def test_who_asks_for_everyday_things_talks(text: str, intent: str) -> None:
    assert hear(text, intent=intent).unsold is None
