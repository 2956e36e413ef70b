import pytest

from bot.marketplace.errors import ContractBroken, Refused, Unavailable
from bot.ordering.customer import AccountType
from bot.ordering.order import Account, Card, Customer, Terms
from tests.marketplace.fakes import complains, page, says, says_text

RESELLER = {
    "id": "1000001",
    "name": "Nube Norte",
    "language": "es",
    "address": {"countryCode": "MX"},
    "contactPersons": [
        {"type": "billing", "email": "pagos@nubenorte.example"},
        {"type": "admin", "email": "pedidos@nubenorte.example"},
    ],
}


async def test_an_account_tells_whom_it_acts_for(market):
    own = {
        "id": 7,
        "login": "soporte",
        "name": "Mesa",
        "role": "support",
        "actsFor": ["demo"],
        "currency": "USD",
    }
    market.on("GET /ext/account", says(own))
    assert await market.client().account() == Account(
        "7", "soporte", "Mesa", "support", "", "", "", ("demo",)
    )


@pytest.mark.parametrize(("acts_for", "login"), [(None, "demo"), ("cloudpeak", "cloudpeak")])
async def test_without_the_extension_the_account_is_the_one_reseller_seen(market, acts_for, login):
    market.on("GET /resellers", page(RESELLER))
    market.on("POST /ext/delegation", says({"token": "d-1", "expiresInSeconds": 900}))
    email = "pedidos@nubenorte.example"
    expected = Account("1000001", login, "Nube Norte", "reseller", email, "es", "MX")
    assert await market.client(acts_for).account() == expected


@pytest.mark.parametrize("rows", [[], [RESELLER, RESELLER]])
async def test_without_the_extension_an_account_is_never_guessed(market, rows):
    market.on("GET /resellers", page(*rows))
    with pytest.raises(ContractBroken, match=f"has {len(rows)} accounts"):
        await market.client().account()


async def test_customers_are_read_over_all_pages_with_their_type(market):
    shop = {
        "id": "c-1",
        "name": "La Espiga",
        "attributes": {"accountType": "personal"},
        "contactPersons": [{"type": "admin", "email": "dueno@laespiga.example"}],
    }
    clinic = {"id": "c-2", "name": "San Rafael", "attributes": {}, "contactPersons": []}
    plain = {"id": "c-3", "name": "San Gabriel"}
    market.on("GET /customers", page(shop, clinic, total=3), page(plain, total=3))
    assert await market.client().customers() == [
        Customer("c-1", "La Espiga", AccountType.PERSONAL, "dueno@laespiga.example"),
        Customer("c-2", "San Rafael", AccountType.COMMERCIAL, ""),
        Customer("c-3", "San Gabriel", AccountType.COMMERCIAL, ""),
    ]
    assert [request.url.params["offset"] for request in market.asked("GET /customers")] == ["0", "2"]


async def test_saved_cards_are_read(market):
    visa = {"id": "pm-1", "brand": "Visa", "last4": "4242", "exp": "12/2030"}
    market.on("GET /ext/payment-methods", says({"data": [visa]}))
    assert await market.client().payment_methods() == [Card("pm-1", "Visa", "4242", "12/2030")]


async def test_terms_are_read_in_the_language_asked(market):
    terms = {"url": "https://market.example/terms", "version": "3", "summary": "Se paga por adelantado."}
    market.on("GET /ext/terms", says(terms))
    assert await market.client().terms("es") == Terms(**terms)
    assert market.asked("GET /ext/terms")[0].url.params["language"] == "es"


async def test_a_marketplace_without_cards_and_terms_has_none(market):
    assert await market.client().payment_methods() is None
    assert await market.client().terms("es") is None


@pytest.mark.parametrize(
    ("answer", "error"),
    [(complains(403, "Not yours."), Refused), (says_text("", 502), Unavailable), (says({}), ContractBroken)],
)
async def test_an_extension_in_trouble_is_not_taken_for_a_missing_one(market, answer, error):
    market.on("GET /ext/payment-methods", answer)
    with pytest.raises(error):
        await market.client().payment_methods()


async def test_a_client_can_be_closed_and_shows_no_secrets(market):
    client = market.client()
    assert "se:cret" not in repr(client)
    assert "key-1" not in repr(client)
    await client.aclose()
    with pytest.raises(RuntimeError, match="closed"):
        await client.customers()
