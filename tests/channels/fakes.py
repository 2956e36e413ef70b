"""Stand-ins for what the gateway talks to: the engine and the marketplace's sign-in."""

import asyncio
import json
from datetime import datetime
from typing import Any

import httpx
from starlette.types import Receive, Scope, Send

from bot.marketplace.errors import Refused, Unavailable
from bot.ordering.order import Account, PlacedOrder

Items = list[dict[str, Any]]


class FakeEngine:
    """Rasa's REST channel as an ASGI app: repeats what it hears unless ``answers`` has something to say."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.answers: dict[str, Items] = {}
        self.status = 200
        self.slow: dict[str, float] = {}
        self.at_once = 0
        self.most_at_once = 0

    @property
    def texts(self) -> list[str]:
        return [body["message"] for body in self.heard]

    def transport(self) -> httpx.ASGITransport:
        return httpx.ASGITransport(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        message = await receive()
        body = json.loads(message["body"])
        self.heard.append(body)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.slow.get(body["message"], 0))
        self.at_once -= 1
        text = body["message"]
        items = self.answers.get(text, [{"recipient_id": body["sender"], "text": f"heard {text}"}])
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(items).encode()})


class FakeMarketplace:
    """Knows three resellers and a support agent who acts for two of them; everybody's password is demo."""

    accounts = {
        "demo": Account("1", "demo", "Nube Norte", "reseller", "a@b.example", "es", "MX"),
        "cloudpeak": Account("2", "cloudpeak", "CloudPeak", "reseller", "c@b.example", "en", "US"),
        "soporte": Account("3", "soporte", "Mesa", "support", "s@b.example", "es", "MX", ("demo", "nuvem")),
        "nuvem": Account("4", "nuvem", "Nuvem Sul", "reseller", "n@b.example", "pt", "BR"),
    }

    def __init__(self) -> None:
        self.is_up = True
        # Has mail been written, to whom, and what: (login, subject, text).
        self.mails: list[tuple[str, str, str]] = []
        self.orders: dict[str, PlacedOrder] = {}

    async def for_(self, actor: str, subject: str) -> Any:
        """As ``wiring.marketplace_for``."""
        return self.open((actor, "demo"), None if actor == subject else subject)

    def open(self, credentials: tuple[str, str], acts_for: str | None = None) -> "FakeMarketplaceClient":
        return FakeMarketplaceClient(self, credentials, acts_for)


class FakeMarketplaceClient:
    def __init__(
        self, marketplace: FakeMarketplace, credentials: tuple[str, str], acts_for: str | None
    ) -> None:
        self._marketplace = marketplace
        self._credentials = credentials
        self._acts_for = acts_for

    async def account(self) -> Account:
        login, password = self._credentials
        if not self._marketplace.is_up:
            raise Unavailable("no route to host")
        if login not in self._marketplace.accounts or password != "demo":
            raise Refused("Bad credentials", status=401)
        return self._marketplace.accounts[self._acts_for or login]

    async def mail(self, subject: str, text: str) -> bool:
        self._marketplace.mails.append((self._acts_for or self._credentials[0], subject, text))
        return True

    async def find_order(self, reference: str, customer_id: str, since: datetime) -> PlacedOrder | None:
        return next((one for one in self._marketplace.orders.values() if one.reference == reference), None)

    async def order(self, order_id: str) -> PlacedOrder:
        if order_id not in self._marketplace.orders:
            raise Refused("no such order", status=404)
        return self._marketplace.orders[order_id]

    async def aclose(self) -> None:
        self._credentials = ("", "")
