from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import wiring
from bot.ledger import UnknownAccount
from bot.ledger.migrate import upgrade
from bot.marketplace.client import MarketplaceClient
from bot.turn import Turn, TurnRefused, sign
from tests.ledger.examples import ANA


@pytest.fixture
async def _own_wiring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    for name in ("PEDIDO_DATABASE_URL", "PEDIDO_SECRET", "PEDIDO_MARKETPLACE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PEDIDO_VAR_DIR", str(tmp_path))
    made = (wiring.settings, wiring.secret, wiring.ledger)
    for each in made:
        each.cache_clear()
    upgrade(wiring.settings().database_url)
    yield
    await wiring.close()
    for each in made:
        each.cache_clear()


@pytest.mark.usefixtures("_own_wiring")
async def test_each_pair_of_actor_and_subject_has_one_client() -> None:
    await wiring.ledger().accounts.save(ANA, "secreto")
    mine = await wiring.marketplace_for("ana", "ana")
    assert await wiring.marketplace_for("ana", "ana") is mine
    other = await wiring.marketplace_for("ana", "eve")
    assert isinstance(mine, MarketplaceClient)
    assert isinstance(other, MarketplaceClient)
    assert (mine.acts_for, other.acts_for) == (None, "eve")
    assert mine.credentials == ("ana", "secreto")


@pytest.mark.usefixtures("_own_wiring")
async def test_a_new_password_makes_a_new_client() -> None:
    await wiring.ledger().accounts.save(ANA, "secreto")
    old = await wiring.marketplace_for("ana", "ana")
    await wiring.ledger().accounts.save(ANA, "otro")
    assert await wiring.marketplace_for("ana", "ana") is not old


@pytest.mark.usefixtures("_own_wiring")
async def test_nobody_reaches_the_marketplace_without_signing_in() -> None:
    with pytest.raises(UnknownAccount):
        await wiring.marketplace_for("eve", "eve")


@pytest.mark.usefixtures("_own_wiring")
async def test_a_turn_is_believed_when_this_installation_signed_it() -> None:
    turn = Turn("ana", "ana", "reseller", "web", "01TALK", None, "01REQUEST", datetime.now(UTC))
    assert wiring.turn_of(sign(turn, wiring.secret())) == turn
    with pytest.raises(TurnRefused):
        wiring.turn_of(sign(turn, b"somebody else"))
