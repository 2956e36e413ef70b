import httpx
import pytest

from bot.ledger import Ledger
from tests.channels.fakes import FakeMarketplace

DEMO = {"login": "demo", "password": "demo"}


async def test_signing_in_gives_a_token_that_works(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/session", json=DEMO)
    assert answer.status_code == 200
    assert set(answer.json()) == {"token", "expires_in"}
    bearer = {"Authorization": f"Bearer {answer.json()['token']}"}
    me = (await http.get("/api/session", headers=bearer)).json()
    assert me == {
        "actor": "demo",
        "subject": "demo",
        "role": "reseller",
        "actor_name": "Nube Norte",
        "name": "Nube Norte",
        "language": "es",
        "country": "MX",
    }


async def test_the_ledger_knows_the_account_and_its_credentials_afterwards(
    http: httpx.AsyncClient, ledger: Ledger
) -> None:
    await http.post("/api/session", json=DEMO)
    assert await ledger.accounts.get("demo") == FakeMarketplace.accounts["demo"]
    assert await ledger.accounts.credentials("demo") == ("demo", "demo")


@pytest.mark.parametrize(
    ("language", "words"),
    [("es-MX,es", "contraseña"), ("en-US", "password"), ("pt-BR", "senha"), ("fr, en;q=0.8", "password")],
)
async def test_a_wrong_password_is_said_in_the_readers_language(
    http: httpx.AsyncClient, language: str, words: str
) -> None:
    answer = await http.post(
        "/api/session", json={**DEMO, "password": "x"}, headers={"Accept-Language": language}
    )
    assert answer.status_code == 401
    assert words in answer.json()["error"]


async def test_a_marketplace_that_is_down_is_admitted(
    http: httpx.AsyncClient, fake_marketplace: FakeMarketplace
) -> None:
    fake_marketplace.is_up = False
    answer = await http.post("/api/session", json=DEMO)
    assert answer.status_code == 503
    assert "marketplace no responde" in answer.json()["error"]


async def test_guessing_is_slowed_down(http: httpx.AsyncClient) -> None:
    statuses = [
        (await http.post("/api/session", json={**DEMO, "password": str(n)})).status_code for n in range(6)
    ]
    assert statuses == [401] * 5 + [429]
    answer = await http.post("/api/session", json=DEMO)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    other = await http.post("/api/session", json={"login": "cloudpeak", "password": "demo"})
    assert other.status_code == 200


async def test_support_staff_act_for_a_reseller_of_theirs(http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/api/session", json={"login": "soporte", "password": "demo", "acts_for": "demo"}
    )
    bearer = {"Authorization": f"Bearer {answer.json()['token']}"}
    me = (await http.get("/api/session", headers=bearer)).json()
    assert (me["actor"], me["subject"], me["role"]) == ("soporte", "demo", "support")


@pytest.mark.parametrize(("login", "acts_for"), [("soporte", "cloudpeak"), ("demo", "cloudpeak")])
async def test_nobody_acts_for_a_stranger(http: httpx.AsyncClient, login: str, acts_for: str) -> None:
    answer = await http.post("/api/session", json={"login": login, "password": "demo", "acts_for": acts_for})
    assert answer.status_code == 403
    assert "en nombre de" in answer.json()["error"]


async def test_acting_for_a_reseller_leaves_the_resellers_own_credentials_alone(
    http: httpx.AsyncClient, ledger: Ledger
) -> None:
    await ledger.accounts.save(FakeMarketplace.accounts["demo"], "the reseller's own")
    await http.post("/api/session", json={"login": "soporte", "password": "demo", "acts_for": "demo"})
    assert await ledger.accounts.credentials("demo") == ("demo", "the reseller's own")


async def test_after_signing_out_the_token_is_worth_nothing(signed_in: httpx.AsyncClient) -> None:
    assert (await signed_in.delete("/api/session")).status_code == 204
    assert (await signed_in.get("/api/session")).status_code == 401


@pytest.mark.parametrize(
    "header", [{}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic ZGVtbw=="}]
)
async def test_without_a_session_nothing_is_said_or_read(
    http: httpx.AsyncClient, header: dict[str, str]
) -> None:
    asked = [
        await http.post("/api/messages", json={"text": "hola"}, headers=header),
        await http.get("/api/messages", headers=header),
    ]
    for answer in asked:
        assert answer.status_code == 401
        assert "sesión" in answer.json()["error"]
