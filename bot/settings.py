"""Every setting of every process: read from ``PEDIDO_*`` environment variables, checked, frozen.

A bad value stops the start with the variable's name in the message.
"""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
SECRET_LENGTH = 32


class SettingsError(ValueError):
    """An environment variable that cannot be used; the message begins with its name."""


@dataclass(frozen=True)
class Settings:
    """What the processes need to know about their surroundings. URLs have no trailing slash.

    ``public_url`` is where people and platforms reach the gateway; ``marketplace_url`` everything before
    ``/token``, e.g. ``http://127.0.0.1:8090/marketplace/mx``.
    """

    port: int
    public_url: str
    widget_origins: tuple[str, ...]
    var_dir: Path
    database_url: str
    secret: str | None
    redis_url: str | None
    engine_url: str
    actions_url: str
    marketplace_url: str
    marketplace_key: str
    marketplace_code: str
    uses_sandbox: bool
    sandbox_port: int
    absent_after: float
    keep_days: int
    order_limit: Decimal
    log_level: str
    telegram_token: str | None
    telegram_base_url: str
    telegram_webhook_secret: str | None
    slack_bot_token: str | None
    slack_app_token: str | None
    slack_signing_secret: str | None
    slack_base_url: str


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the environment (``os.environ`` unless told otherwise); raises ``SettingsError``."""
    env = _Environment(os.environ if environ is None else environ)
    var_dir = Path(env.text("PEDIDO_VAR_DIR", "var")).absolute()
    port, sandbox_port = env.port("PEDIDO_PORT", 8080), env.port("PEDIDO_SANDBOX_PORT", 8090)
    marketplace_url = env.url("PEDIDO_MARKETPLACE_URL", "")
    marketplace_code = env.text("PEDIDO_MARKETPLACE_CODE", "mx")
    return Settings(
        port=port,
        public_url=env.url("PEDIDO_PUBLIC_URL", f"http://localhost:{port}"),
        widget_origins=env.origins("PEDIDO_WIDGET_ORIGINS"),
        var_dir=var_dir,
        database_url=env.database("PEDIDO_DATABASE_URL", f"sqlite:///{var_dir}/pedido.db"),
        secret=env.secret("PEDIDO_SECRET"),
        redis_url=env.optional("PEDIDO_REDIS_URL"),
        engine_url=env.url("PEDIDO_ENGINE_URL", "http://127.0.0.1:5005"),
        actions_url=env.url("PEDIDO_ACTIONS_URL", "http://127.0.0.1:5055"),
        marketplace_url=_with_code(
            marketplace_url or f"http://127.0.0.1:{sandbox_port}/marketplace", marketplace_code
        ),
        marketplace_key=env.text("PEDIDO_MARKETPLACE_KEY", "sandbox"),
        marketplace_code=marketplace_code,
        uses_sandbox=not marketplace_url,
        sandbox_port=sandbox_port,
        absent_after=env.seconds("PEDIDO_ABSENT_AFTER", 90),
        order_limit=Decimal(env.whole("PEDIDO_ORDER_LIMIT", 10_000_000)),
        keep_days=env.days("PEDIDO_KEEP_DAYS", 90),
        log_level=env.one_of("PEDIDO_LOG_LEVEL", LOG_LEVELS, "INFO"),
        telegram_token=env.optional("PEDIDO_TELEGRAM_TOKEN"),
        # Libraries write this address with "/bot" at its end, Telegram's own pages without: both are meant.
        telegram_base_url=env.url("PEDIDO_TELEGRAM_BASE_URL", "https://api.telegram.org").removesuffix(
            "/bot"
        ),
        telegram_webhook_secret=env.webhook_secret("PEDIDO_TELEGRAM_WEBHOOK_SECRET"),
        # It can only speak: to hear, one of the other two is needed.
        slack_bot_token=env.with_one_of(
            "PEDIDO_SLACK_BOT_TOKEN", "PEDIDO_SLACK_APP_TOKEN", "PEDIDO_SLACK_SIGNING_SECRET"
        ),
        slack_app_token=env.optional("PEDIDO_SLACK_APP_TOKEN"),
        slack_signing_secret=env.optional("PEDIDO_SLACK_SIGNING_SECRET"),
        slack_base_url=env.url("PEDIDO_SLACK_BASE_URL", "https://slack.com/api"),
    )


def _with_code(url: str, code: str) -> str:
    """A marketplace's address is given with its code at the end or without: both mean the same."""
    return f"{url}/{code}" if url.endswith("/marketplace") else url


def read_secret(settings: Settings) -> bytes:
    """The secret that signs turns and seals passwords: ``PEDIDO_SECRET``, else ``var/secret.key``.

    The file is made on first use, readable by its owner only. It appears under its name complete or not
    at all, so processes that start together agree on one.
    """
    if settings.secret is not None:
        return settings.secret.encode()
    path = settings.var_dir / "secret.key"
    if not path.exists():
        settings.var_dir.mkdir(parents=True, exist_ok=True)
        _write_once(path, secrets.token_urlsafe(SECRET_LENGTH))
    return path.read_bytes().strip()


def _write_once(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:  # made with mode 0600
        draft.write(text)
        draft.flush()
        os.fsync(draft.fileno())
        try:
            os.link(draft.name, path)
        except FileExistsError:
            return  # another process was first: its secret counts


class _Environment:
    """Reads one variable at a time; an empty value counts as unset, as in compose files."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def optional(self, name: str) -> str | None:
        return self._environ.get(name, "").strip() or None

    def with_one_of(self, name: str, *others: str) -> str | None:
        """A value that is of no use alone."""
        value = self.optional(name)
        if value is not None and not any(self.optional(other) for other in others):
            raise SettingsError(f"{name} must have {' or '.join(others)} beside it")
        return value

    def text(self, name: str, default: str) -> str:
        return self.optional(name) or default

    def port(self, name: str, default: int) -> int:
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or not 0 < int(value) < 65536:
            raise SettingsError(f"{name} must be a port between 1 and 65535, not {value!r}")
        return int(value)

    def seconds(self, name: str, default: float) -> float:
        value = self.text(name, str(default))
        try:
            number = float(value)
        except ValueError:
            number = -1
        if not 0 <= number < 86400:
            raise SettingsError(f"{name} must be a number of seconds under a day, not {value!r}")
        return number

    def days(self, name: str, default: int) -> int:
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or not 0 < int(value) < 36526:
            raise SettingsError(f"{name} must be a number of days, at least 1, not {value!r}")
        return int(value)

    def whole(self, name: str, default: int) -> int:
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit():
            raise SettingsError(f"{name} must be a whole number, not {value!r}")
        return int(value)

    def one_of(self, name: str, choices: tuple[str, ...], default: str) -> str:
        value = self.text(name, default).upper()
        if value not in choices:
            raise SettingsError(f"{name} must be one of {', '.join(choices)}, not {value!r}")
        return value

    def url(self, name: str, default: str) -> str:
        value = self.text(name, default).rstrip("/")
        if value and not (value.startswith(("http://", "https://")) and urlsplit(value).hostname):
            raise SettingsError(f"{name} must be an http:// or https:// address, not {value!r}")
        return value

    def origins(self, name: str) -> tuple[str, ...]:
        """Sites, separated by commas; each ends up in a header, so nothing but scheme, host and port."""
        values = [value.strip().rstrip("/").lower() for value in self.text(name, "").split(",")]
        for value in filter(None, values):
            if not re.fullmatch(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", value):
                raise SettingsError(f"{name} must be addresses like https://shop.example, not {value!r}")
        return tuple(filter(None, values))

    def secret(self, name: str) -> str | None:
        value = self.optional(name)
        if value is not None and len(value) < SECRET_LENGTH:
            raise SettingsError(f"{name} must have at least {SECRET_LENGTH} characters")
        return value

    def webhook_secret(self, name: str) -> str | None:
        """What Telegram takes for one."""
        value = self.optional(name)
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value):
            raise SettingsError(f"{name} must be 1 to 256 letters, digits, _ or -")
        return value

    def database(self, name: str, default: str) -> str:
        """A URL for SQLAlchemy's async engine. The value may hold a password, so no message quotes it."""
        scheme, found, rest = self.text(name, default).partition("://")
        drivers = {
            "sqlite": "sqlite+aiosqlite",
            "sqlite+aiosqlite": "sqlite+aiosqlite",
            "postgres": "postgresql+psycopg",
            "postgresql": "postgresql+psycopg",
            "postgresql+psycopg": "postgresql+psycopg",
        }
        if not found or scheme not in drivers or not rest.strip("/"):
            raise SettingsError(
                f"{name} must be sqlite:///<path> or postgresql://<user>:<password>@<host>/<name>"
            )
        return f"{drivers[scheme]}://{rest}"
