"""An order for a customer who does not exist yet, as a person meets it."""

from datetime import timedelta

from bot.worker.pace import Pace
from bot.worker.placing import Placing
from tests.actions.conftest import Talk

FIRST = "25 Business Premium por un año para un cliente nuevo, Tacos El Güero, con la Visa"
ANA = "Ana Ruiz, ana@tacos.mx, +52 55 1234 5678"


async def begun(talk: Talk) -> list[str]:
    return await talk.hears(FIRST, "order", number="25", term="year")


async def reviewed(talk: Talk) -> list[str]:
    await begun(talk)
    await talk.hears(f"comercial, Av. Juárez 12, 06050 CDMX; contacto {ANA}, el mismo para todos")
    return await talk.hears("a mi correo")


async def test_each_question_awaits_its_own_answer(talk):
    await begun(talk)
    assert talk.state["awaiting"] == "customer_type"
    for text, awaited in (
        ("comercial", "customer_address"),
        ("Av. Juárez 12, 06050 CDMX, México", "contact_admin"),
        (ANA, "contact_billing"),
        ("el mismo", "contact_technical"),
        ("igual que facturación", "credentials_email"),
        ("a mi correo", "confirm"),
    ):
        await talk.hears(text)
        assert talk.state["awaiting"] == awaited, text


async def test_the_buttons_lead_the_same_way(talk):
    await talk.hears("8 Dropbox Advanced anual con la visa", "order", number="8", term="year")
    await talk.hears("cliente nuevo, Tacos El Güero")
    for slot, value in (("customer_type", "commercial"),):
        await talk.hears("/choose", "choose", slot=slot, value=value)
    await talk.hears(f"Av. Juárez 12, 06050 CDMX; contacto {ANA}")
    assert [button["title"] for button in talk.said[-1]["buttons"]] == [
        "Igual que el administrativo",
        "El mismo para todo",
    ]
    await talk.hears("/choose", "choose", slot="contact_billing", value="all")
    assert [button["title"] for button in talk.said[-1]["buttons"]] == [
        "A mí: pedidos@nubenorte.example",
        "Al cliente: ana@tacos.mx",
        "A otro correo",
    ]
    assert await talk.hears("/choose", "choose", slot="credentials_email", value="other") == [
        "credentials_which"
    ]
    await talk.hears("x@y.com")
    assert "x@y.com" in talk.said[-1]["buyer_facts"]


async def test_the_review_shows_all_of_the_new_customer(talk):
    assert await reviewed(talk) == ["review"]
    facts = talk.said[-1]["buyer_facts"]
    for shown in (
        "Tacos El Güero (Comercial)",
        "Av. Juárez 12, 06050 CDMX, México",
        "Ana Ruiz",
        "pedidos@nubenorte",
    ):
        assert shown in facts


async def test_the_ticket_names_the_customer_and_holds_no_contact(talk):
    await reviewed(talk)
    assert talk.state["order"]["customer"] == {"id": None, "name": "Tacos El Güero"}
    assert "ana@tacos.mx" not in str(talk.state)


async def test_what_is_missing_is_asked_and_what_is_wrong_is_named(talk):
    await begun(talk)
    await talk.hears("comercial")
    await talk.hears("Av. Juárez 12, 06050 CDMX")
    assert await talk.hears("Ana Ruiz, ana@tacos, 5512345678") == ["email_wrong", "contact_missing"]
    assert talk.said[-1]["missing"] == "correo"
    assert await talk.hears("ana@tacos.mx") == ["ask_contact_billing"]


async def test_a_name_that_is_not_found_can_be_created_by_a_button(talk):
    await talk.hears("8 Dropbox Advanced anual con la visa", "order", number="8", term="year")
    assert await talk.hears("Tacos El Güero") == ["customer_unknown"]
    assert talk.said[-1]["buttons"][-1]["title"] == "Crear “Tacos El Güero”"
    await talk.hears("/choose", "choose", slot="customer", value="new")
    assert talk.slots["new_customer"]["name"] == "Tacos El Güero"


async def test_a_correction_in_the_review_changes_only_that(talk):
    await reviewed(talk)
    assert await talk.hears("la dirección es Morelos 8, 76000 Querétaro") == ["review"]
    assert "Morelos 8, 76000 Querétaro" in talk.said[-1]["buyer_facts"]
    assert await talk.hears("manda las credenciales al cliente") == ["review"]
    assert "Credenciales del panel a: ana@tacos.mx" in talk.said[-1]["buyer_facts"]


async def test_the_customer_is_created_with_the_order_and_found_by_name_in_the_next(talk, marketplace):
    await reviewed(talk)
    await talk.hears("dale", "affirm")

    async def marketplace_for(actor: str, subject: str):
        return marketplace

    worker = Placing(talk.ledger, marketplace_for, Pace(absent_after=timedelta(seconds=1)))
    await worker.advance(await talk.ledger.work.lease(15))
    await talk.runs("action_place_order")
    (made,) = [known for known in await marketplace.customers() if known.name == "Tacos El Güero"]
    assert made.email == "ana@tacos.mx"
    intent = (await talk.ledger.intents.recent("demo", 1))[0]
    assert (intent.customer_id, intent.request.credentials_email) == (made.id, "pedidos@nubenorte.example")
    talk.slots.clear()
    await talk.hears("5 Dropbox Advanced anual para Tacos El Güero, visa", "order", number="5", term="year")
    assert talk.slots["customer"] == made.id
    assert talk.state["awaiting"] == "confirm"


async def test_who_minds_no_kind_gets_the_usual_one_and_is_told(talk):
    await begun(talk)
    assert await talk.hears("pon el q sea", "out_of_scope") == ["kind_assumed", "ask_customer_address"]
    assert talk.slots["new_customer"]["type"] == "commercial"
    await talk.hears("no, es una persona")
    assert talk.slots["new_customer"]["type"] == "personal"


async def test_who_passes_over_the_kind_is_not_asked_for_it_again(talk):
    await begun(talk)
    assert await talk.hears(f"Av. Juárez 12, 06050 CDMX, {ANA}") == ["kind_assumed", "ask_contact_billing"]


async def test_a_name_alone_tells_no_kind(talk):
    await talk.hears("25 Business Premium por un año para un cliente nuevo con la visa", "order", number="25")
    assert (await talk.hears("Tacos El Güero"))[-1] == "ask_customer_type"


async def test_talk_names_no_customer_and_a_person_is_offered_in_time(talk):
    await talk.hears("25 Business Premium por un año para un cliente nuevo con la visa", "order", number="25")
    await talk.hears("comercial")
    asked = "ask_customer_name"
    assert await talk.hears("sigue con el otro") == ["detail_unclear", asked]
    assert await talk.hears("el mismo de antes") == ["detail_unclear", asked]
    assert await talk.hears("msm") == ["detail_unclear", "offer_person", asked]


async def test_one_for_all_roles_stops_nothing_though_it_sounds_so(talk):
    await begun(talk)
    await talk.hears("comercial, Av. Juárez 12, 06050 CDMX")
    await talk.hears(ANA)
    await talk.hears("ana para todo", "cancel")
    assert talk.state["awaiting"] == "credentials_email"
    await talk.hears("mejor cancélalo", "cancel")
    assert talk.state["awaiting"] != "confirm"


async def test_a_slip_of_the_finger_in_the_kind_of_customer_is_no_name(talk):
    await talk.hears(
        "10 business basic mensual sin dominio para un cliente nuevo, visa", "order", number="10"
    )
    if talk.slots["requested_slot"] == "term":
        await talk.hears("mensual", term="month")
    assert talk.slots["requested_slot"] == "customer_type"
    await talk.hears("empesa", "out_of_scope")
    assert talk.slots["requested_slot"] == "customer_name"
