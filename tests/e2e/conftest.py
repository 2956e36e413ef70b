from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.channels.slack.fake_slack import FakeSlack
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.e2e import slack_chat
from tests.e2e.browser import ARGUMENTS, CHROMIUM, Window
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.site import Site, serving
from tests.e2e.slack_chat import SlackChat
from tests.e2e.telegram_chat import TelegramChat

_users = count(7001)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with serving(Site()) as site:
        yield site


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[House]:
    house = House(tmp_path_factory.mktemp("house"), extra={"PEDIDO_WIDGET_ORIGINS": site.origin})
    with house.running():
        site.pedido = house.url
        yield house


@pytest.fixture(scope="module")
def telegram() -> Iterator[FakeBotApi]:
    with FakeBotApi().running() as fake:
        yield fake


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with slack_chat.running() as fake:
        yield fake
        assert fake.refused == [], "Slack would not have taken that"


@pytest.fixture
def people() -> Iterator[ExitStack]:
    """Whoever enters is let out when the test is over."""
    with ExitStack() as everybody:
        yield everybody


@pytest.fixture
def sit_down(house: House, people: ExitStack) -> Callable[[str], Chat]:
    """Open a chat for a login, in a conversation that no other test speaks in."""
    name = f"test-{uuid4().hex[:12]}"
    return lambda login: people.enter_context(Chat(house.url, login, conversation=name))


@pytest.fixture
def open_books(house: House, people: ExitStack) -> Callable[[str], Books]:
    return lambda login: people.enter_context(Books(house.marketplace_url, login))


@pytest.fixture
def chat(sit_down: Callable[[str], Chat]) -> Chat:
    return sit_down("demo")


@pytest.fixture
def books(open_books: Callable[[str], Books]) -> Books:
    return open_books("demo")


@pytest.fixture
def on_the_phone(house: House, telegram: FakeBotApi, people: ExitStack) -> Callable[[str], TelegramChat]:
    """A phone that is linked to the account, with nothing half ordered on it."""

    def open_phone(login: str) -> TelegramChat:
        chat = TelegramChat(house.url, login, telegram=telegram, user_id=next(_users))
        people.enter_context(chat)
        chat.link()
        chat.clear_the_table()
        return chat

    return open_phone


@pytest.fixture
def in_slack(house: House, slack: FakeSlack, people: ExitStack) -> Callable[[str], SlackChat]:
    """A member of the workspace who is linked to the account, with nothing half ordered."""

    def open_slack(login: str) -> SlackChat:
        chat = SlackChat(house.url, login, slack=slack, user=f"U{next(_users)}")
        people.enter_context(chat)
        chat.link()
        chat.clear_the_table()
        return chat

    return open_slack


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium here (apt-get install chromium)")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


@pytest.fixture
def open_window(house: House, chromium: Browser, people: ExitStack) -> Callable[..., Window]:
    """Open the page in a browser of its own; options are those of Playwright's ``new_context``."""

    def open_it(url: str = house.url, **options: object) -> Window:
        context = chromium.new_context(**({"locale": "es"} | options))  # type: ignore[arg-type]
        people.callback(context.close)
        window = Window(context.new_page())
        window.watch(house.url, url)
        window.page.goto(url)
        return window

    return open_it


@pytest.fixture
def sign_in(open_window: Callable[..., Window], house: House) -> Callable[..., Window]:
    """Open the page and sign in, with nothing half ordered from the test before."""

    def sign_in(login: str, **options: object) -> Window:
        with Chat(house.url, login) as chat:
            if chat.say("¿qué llevo?").order is not None:
                chat.say({"cloudpeak": "cancel the order"}.get(login, "cancelar"))
        window = open_window(**options)
        window.sign_in(login)
        return window

    return sign_in
