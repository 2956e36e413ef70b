from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import SettingsError, read_secret, read_settings


def test_everything_has_a_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = read_settings({})
    assert settings.port == 8080
    assert settings.public_url == "http://localhost:8080"
    assert settings.database_url == f"sqlite+aiosqlite:///{tmp_path}/var/pedido.db"
    assert settings.marketplace_url == "http://127.0.0.1:8090/marketplace/mx"
    assert (settings.marketplace_key, settings.marketplace_code) == ("sandbox", "mx")
    assert settings.uses_sandbox
    assert list(tmp_path.iterdir()) == []


def test_an_empty_value_counts_as_unset() -> None:
    assert read_settings({"PEDIDO_PORT": "", "PEDIDO_MARKETPLACE_URL": " "}) == read_settings({})


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite:////data/x.db", "sqlite+aiosqlite:////data/x.db"),
        ("postgres://u:p@db/pedido", "postgresql+psycopg://u:p@db/pedido"),
        ("postgresql://u:p@db/pedido", "postgresql+psycopg://u:p@db/pedido"),
        ("postgresql+psycopg://u:p@db/pedido", "postgresql+psycopg://u:p@db/pedido"),
    ],
)
def test_a_database_address_names_its_driver(given: str, used: str) -> None:
    assert read_settings({"PEDIDO_DATABASE_URL": given}).database_url == used


@pytest.mark.parametrize(
    "given", ["https://cloud.example/marketplace", "https://cloud.example/marketplace/us/"]
)
def test_a_real_marketplace_is_given_with_its_code_or_without(given: str) -> None:
    settings = read_settings({"PEDIDO_MARKETPLACE_URL": given, "PEDIDO_MARKETPLACE_CODE": "us"})
    assert settings.marketplace_url == "https://cloud.example/marketplace/us"
    assert not settings.uses_sandbox


@pytest.mark.parametrize("given", ["http://127.0.0.1:8081", "http://127.0.0.1:8081/bot/"])
def test_a_bot_api_server_is_given_with_bot_or_without(given: str) -> None:
    assert read_settings({"PEDIDO_TELEGRAM_BASE_URL": given}).telegram_base_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PEDIDO_PORT", "http"),
        ("PEDIDO_SLACK_BOT_TOKEN", "xoxb-alone"),
        ("PEDIDO_PUBLIC_URL", "pedido.example"),
        ("PEDIDO_TELEGRAM_WEBHOOK_SECRET", "no spaces"),
        ("PEDIDO_PORT", "65536"),
        ("PEDIDO_SANDBOX_PORT", "-1"),
        ("PEDIDO_DATABASE_URL", "mysql://root:hunter2@db/pedido"),
        ("PEDIDO_DATABASE_URL", "sqlite://"),
        ("PEDIDO_MARKETPLACE_URL", "cloud.example"),
        ("PEDIDO_ENGINE_URL", "http://"),
        ("PEDIDO_ABSENT_AFTER", "soon"),
        ("PEDIDO_ABSENT_AFTER", "nan"),
        ("PEDIDO_KEEP_DAYS", "0"),
        ("PEDIDO_KEEP_DAYS", "for ever"),
        ("PEDIDO_LOG_LEVEL", "LOUD"),
        ("PEDIDO_SECRET", "hunter2"),
        ("PEDIDO_WIDGET_ORIGINS", "*"),
        ("PEDIDO_WIDGET_ORIGINS", "shop.example"),
        ("PEDIDO_WIDGET_ORIGINS", "https://*.example"),
        ("PEDIDO_WIDGET_ORIGINS", "https://shop.example/cart"),
        ("PEDIDO_WIDGET_ORIGINS", "https://shop.example; script-src *"),
        ("PEDIDO_WIDGET_ORIGINS", "https://shop.example 'self'"),
    ],
)
def test_a_bad_value_stops_the_start_and_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} must ") as raised:
        read_settings({name: value})
    assert "hunter2" not in str(raised.value)


def test_the_sites_of_the_widget_are_a_list_and_none_by_default() -> None:
    assert read_settings({}).widget_origins == ()
    given = " https://Shop.example/, http://localhost:8000,"
    sites = read_settings({"PEDIDO_WIDGET_ORIGINS": given}).widget_origins
    assert sites == ("https://shop.example", "http://localhost:8000")


def test_a_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    settings = read_settings({"PEDIDO_VAR_DIR": str(tmp_path / "var")})
    with ThreadPoolExecutor(8) as processes:
        found = set(processes.map(lambda _: read_secret(settings), range(32)))
    assert len(found) == 1
    assert len(found.pop()) >= 32
    (file,) = (tmp_path / "var").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_given_secret_needs_no_file(tmp_path: Path) -> None:
    settings = replace(read_settings({"PEDIDO_SECRET": "x" * 32}), var_dir=tmp_path)
    assert read_secret(settings) == b"x" * 32
    assert list(tmp_path.iterdir()) == []
