from collections.abc import AsyncIterator

import pytest

from bot.channels.conversation import Gateway
from bot.ledger import Ledger
from bot.settings import Settings, read_settings
from tests.channels.fakes import FakeMarketplace
from tests.channels.slack.deliveries import SIGNING_SECRET
from tests.channels.slack.fake_slack import BOT_TOKEN, TEAM, FakeSlack
from tests.channels.slack.workspace import Workspace


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    slack = FakeSlack()
    slack.join("U1", "ana")
    runner = await slack.start()
    yield slack
    await runner.cleanup()
    assert slack.refused == [], "Slack would not have taken that"


@pytest.fixture
def settings(slack: FakeSlack) -> Settings:
    return read_settings(
        {
            "PEDIDO_SLACK_BOT_TOKEN": BOT_TOKEN,
            "PEDIDO_SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "PEDIDO_SLACK_BASE_URL": slack.url,
        }
    )


@pytest.fixture
async def linked(ledger: Ledger) -> None:
    """Ana, U1, is the reseller demo."""
    await ledger.accounts.save(FakeMarketplace.accounts["demo"], "demo")
    link, token = await ledger.links.offer("demo", "slack")
    await ledger.links.claim("slack", token, f"{TEAM}/U1", "@ana")
    await ledger.links.approve(link.id, "demo")


@pytest.fixture
async def workspace(
    slack: FakeSlack, settings: Settings, ledger: Ledger, gateway: Gateway
) -> AsyncIterator[Workspace]:
    async with Workspace.opened(slack, settings, ledger, gateway) as workspace:
        yield workspace
