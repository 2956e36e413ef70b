"""``python -m bot.talk``: chat with a running Pedido in the terminal."""

from __future__ import annotations

import argparse
import asyncio
import sys

from prompt_toolkit import prompt
from rich.console import Console

from bot.settings import read_settings
from bot.talk.api import Api, TalkError
from bot.talk.chat import Chat
from bot.talk.screen import Screen

DEMO = "demo"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.talk", description="Chat with Pedido.")
    parser.add_argument("--url", default=f"http://localhost:{read_settings().port}")
    parser.add_argument("--login", help="marketplace login (asked for in a terminal; otherwise demo)")
    parser.add_argument("--password", help="its password (asked for in a terminal; otherwise demo)")
    chosen = parser.parse_args()
    console = Console(highlight=False)
    is_live = sys.stdin.isatty() and console.is_terminal
    try:
        login = chosen.login or (prompt("login: ", default=DEMO) if is_live else DEMO)
        password = chosen.password or (
            prompt("password: ", default=DEMO, is_password=True) if is_live else DEMO
        )
        asyncio.run(_talk(Api(chosen.url), (login, password), Screen(console), is_live))
    except TalkError as trouble:
        Console(stderr=True, highlight=False).print(str(trouble), style="red", markup=False)
        return 1
    except (EOFError, KeyboardInterrupt):
        return 130
    return 0


async def _talk(api: Api, credentials: tuple[str, str], screen: Screen, is_live: bool) -> None:
    try:
        await api.sign_in(*credentials)
        chat = Chat(api, screen)
        await (chat.in_terminal() if is_live else chat.from_lines())
    finally:
        await api.close()


if __name__ == "__main__":
    sys.exit(main())
