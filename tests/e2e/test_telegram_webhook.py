"""As in production: Telegram posts to the gateway, with the secret that it was given."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.channels.telegram.fake_bot_api import SECRET_HEADER, FakeBotApi
from tests.channels.telegram.updates import said
from tests.e2e.house import House
from tests.e2e.telegram_chat import TelegramChat, settings

pytestmark = pytest.mark.e2e

SECRET = "a-secret_of-the-webhook"


@pytest.fixture
def house(telegram: FakeBotApi, tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path, extra=settings(telegram))
    house.extra |= {"PEDIDO_PUBLIC_URL": house.url, "PEDIDO_TELEGRAM_WEBHOOK_SECRET": SECRET}
    with house.running():
        yield house


def test_a_posted_message_is_answered_a_forged_one_leaves_nothing_and_a_dead_gateway_is_asked_again(
    house: House, telegram: FakeBotApi
) -> None:
    telegram.wait_until(lambda: telegram.webhook)
    with TelegramChat(house.url, "demo", telegram=telegram, user_id=7001) as chat:
        chat.link()
        assert "Pedido" in chat.say("hola").text
        before = chat.history()

        def written() -> list[str]:
            return [each["text"] for each in chat.history()[len(before) :] if each["author"] == "person"]

        forged = said(telegram.next_id(), chat.phone.user, "cancelar")
        for headers in ({}, {SECRET_HEADER: "wrong"}):
            answer = httpx.post(f"{house.url}/telegram/webhook", json=forged, headers=headers)
            assert answer.status_code == 403
        assert chat.history() == before

        telegram.deliver(*[said(telegram.next_id(), chat.phone.user, "¿qué planes hay?")] * 3)
        chat.phone.waits_for("Microsoft 365", since=chat._seen)
        heard = len(chat.phone.heard())
        house.kill("gateway")
        chat.phone.says("gracias")
        house.wait_until(house.is_healthy, "back", seconds=90)
        telegram.wait_until(
            lambda: chat.history()[-1]["author"] == "bot" and "gracias" in written(), seconds=40
        )
        assert written() == ["¿qué planes hay?", "gracias"]
        telegram.wait_until(lambda: len(chat.phone.heard()) > heard)
