import json

from telegram import Bot, Update

from bot.channels.telegram.parsing import UpdatesRequest, readable
from bot.channels.telegram.reading import Private, read
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.channels.telegram.phone import Phone
from tests.channels.telegram.updates import message, person, said

ANA = person(777)
# As the library sees it: fields are missing that it insists on.
FROM_THE_FUTURE = {"update_id": 3, "message": message(ANA, 5, poll={"id": "1", "question": "?"})}


def test_what_the_library_reads_is_left_alone() -> None:
    update = said(1, ANA, "hola")
    assert readable(update) is update


def test_of_what_it_cannot_read_enough_is_kept_to_answer() -> None:
    parsed = Update.de_json(readable(FROM_THE_FUTURE), None)
    assert parsed is not None
    done = read(parsed)
    assert isinstance(done, Private)
    assert done.event is not None
    assert done.event.problem == "only_words"


def test_at_the_least_the_id_is_left_so_that_it_can_be_acknowledged() -> None:
    assert readable({"update_id": 3, "message": {"message_id": "?"}}) == {"update_id": 3}


def test_an_answer_that_holds_no_updates_is_left_alone() -> None:
    assert UpdatesRequest.parse_json_payload(json.dumps({"ok": True, "result": True}).encode())["result"]


async def test_one_unreadable_update_does_not_hold_up_the_others(
    bot: Bot, telegram: FakeBotApi, phone: Phone
) -> None:
    telegram.deliver(FROM_THE_FUTURE)
    phone.says("hola")
    assert len(await bot.get_updates(timeout=1)) == 2
