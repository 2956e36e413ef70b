from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import uuid4

import pytest

from tests.e2e.chat import Books, Chat
from tests.e2e.house import TOP, House


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    assert (TOP / "models/pedido.tar.gz").exists(), "no trained model: run `make train`"
    house = House(tmp_path_factory.mktemp("house"))
    try:
        house.start()
        yield house
    finally:
        house.stop()


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
