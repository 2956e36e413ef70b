from collections.abc import Callable, Iterator

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
def sit_down(house: House, request: pytest.FixtureRequest) -> Callable[[str], Chat]:
    """Open a chat for a login, in a conversation that no other test speaks in."""

    def open_chat(login: str = "demo") -> Chat:
        return Chat(house.url, login, conversation=f"test-{abs(hash(request.node.nodeid))}")

    return open_chat


@pytest.fixture
def chat(sit_down: Callable[[str], Chat]) -> Chat:
    return sit_down("demo")


@pytest.fixture
def books(house: House) -> Books:
    return Books(house.marketplace_url)


@pytest.fixture
def house_books(house: House) -> Callable[[str], Books]:
    return lambda login: Books(house.marketplace_url, login)
