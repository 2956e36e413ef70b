"""One person in Telegram: every word goes over the Bot API."""

from dataclasses import dataclass, field

from bot.ledger import Button
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi
from tests.channels.telegram.phone import Phone, buttons_of
from tests.channels.telegram.updates import person
from tests.e2e.messenger import Json, Messenger


def settings(telegram: FakeBotApi) -> dict[str, str]:
    return {"PEDIDO_TELEGRAM_TOKEN": TOKEN, "PEDIDO_TELEGRAM_BASE_URL": telegram.url}


@dataclass
class TelegramChat(Messenger):
    platform = "telegram"
    telegram: FakeBotApi = field(kw_only=True)
    user_id: int = field(kw_only=True)

    def join(self) -> None:
        self.phone = Phone(self.telegram, person(self.user_id, "Ana", f"{self.login}_chat"))

    @property
    def handle(self) -> str:
        return f"@{self.login}_chat"

    def heard(self) -> list[Json]:
        return self.phone.heard()

    def buttons_of(self, message: Json) -> list[Button]:
        shown = buttons_of(message)
        return [
            {"title": each["text"]}
            | ({"url": each["url"]} if "url" in each else {"button": each["callback_data"]})
            for each in shown
        ]

    def writes(self, text: str) -> Json:
        return self.phone.says(text)

    def shows(self, token: str) -> None:
        self.phone.says(f"/start {token}")

    def presses_button(self, button: str) -> None:
        self.phone.presses_button(button)
