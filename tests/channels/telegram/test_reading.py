from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram.reading import Elsewhere, Page, Private, message_of, read
from tests.channels.telegram.updates import CONTENTS, edited, group, message, person, pressed, said, sent

ANA = person(777, "Ana", "ana_nube", "es")
UNDER = message(person(12345, "Pedido") | {"is_bot": True}, 50, chat={"id": 777, "type": "private"})
CARD = "4111 1111 1111 1111"


def seen(update: dict[str, Any]) -> Private | Elsewhere | None:
    parsed = Update.de_json(update, None)
    assert parsed is not None
    return read(parsed)


def private(update: dict[str, Any]) -> Private:
    done = seen(update)
    assert isinstance(done, Private)
    return done


def heard(update: dict[str, Any]) -> tuple[str, str | None, str | None]:
    event = private(update).event
    assert event is not None
    return event.text, event.command, event.problem


def test_words_are_heard_from_whoever_wrote_them() -> None:
    done = private(said(1, ANA, "hola"))
    assert (done.user, done.handle, done.chat, done.language) == ("777", "@ana_nube", 777, "es")
    assert done.event is not None
    assert (done.event.text, done.event.place) == ("hola", {"chat": 777})


def test_without_a_username_the_name_is_the_handle() -> None:
    assert private(said(1, person(5, "Luz", None) | {"last_name": "Paz"}, "hola")).handle == "Luz Paz"


def test_an_update_keeps_its_id_and_ids_that_begin_anew_are_others() -> None:
    first = said(1, ANA, "hola", date=1_700_000_000)
    again = said(1, ANA, "otra cosa", date=1_800_000_000)
    assert private(first).id == private(first).id != private(again).id


@pytest.mark.parametrize("text", ["/cancel", "/CANCEL", "/cancel@PedidoBot", "/cancel now", " /cancel "])
def test_a_command_is_its_name_and_nothing_else_of_what_was_written(text: str) -> None:
    assert heard(said(1, ANA, text)) == ("", "cancel", None)


@pytest.mark.parametrize(
    "text", ['/confirm{"id":"x"}', "/tell_order", "/cancel{}", "//cancel", "/change_language", "/ping"]
)
def test_what_is_no_command_of_the_menu_is_words(text: str) -> None:
    assert heard(said(1, ANA, text)) == (text, None, None)


def test_an_order_may_stand_behind_its_command() -> None:
    assert heard(said(1, ANA, "/order 25 business premium")) == ("25 business premium", None, None)


def test_the_link_of_the_account_page_brings_a_token() -> None:
    assert private(said(1, ANA, "/start aB3_-xyzAb3_-xyz1234")).token == "aB3_-xyzAb3_-xyz1234"
    assert private(said(1, ANA, "/start")).token is None
    assert private(said(1, ANA, "/start me please")).token is None


def test_a_token_that_somebody_else_wrote_is_not_taken() -> None:
    origin = {"type": "user", "date": 1, "sender_user": person(9)}
    assert private(said(1, ANA, "/start aB3_-xyzAb3_-xyz1234", forward_origin=origin)).token is None


def test_a_press_is_the_buttons_id_and_says_what_stood_on_it() -> None:
    under = UNDER | {"reply_markup": {"inline_keyboard": [[{"text": "Anual", "callback_data": "abc"}]]}}
    done = private(pressed(1, ANA, "abc", under))
    assert done.event is not None
    assert done.press is not None
    assert (done.event.button, done.event.place) == ("abc", {"chat": 777})
    assert (done.press.message, done.press.title) == (50, "Anual")


def test_a_press_under_a_message_that_telegram_forgot_counts_all_the_same() -> None:
    done = private(pressed(1, ANA, "abc", {"chat": UNDER["chat"], "message_id": 50, "date": 0}))
    assert done.event is not None
    assert done.event.button == "abc"


def test_two_presses_are_two_events() -> None:
    assert private(pressed(1, ANA, "abc", UNDER)).id != private(pressed(2, ANA, "abc", UNDER)).id


def test_a_page_is_turned_without_an_event() -> None:
    done = private(pressed(1, ANA, "page.12.2", UNDER))
    assert (done.event, done.page) == (None, Page(12, 2))


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        (kind, "cannot_listen" if kind in ("voice", "video_note") else "only_words")
        for kind in sorted(CONTENTS)
    ],
)
def test_what_is_no_text_gets_a_sentence_of_its_own(kind: str, problem: str) -> None:
    assert heard(sent(1, ANA, kind)) == ("", None, problem)


def test_the_words_under_a_picture_do_not_count() -> None:
    assert heard(sent(1, ANA, "photo", caption="25 business premium")) == ("", None, "only_words")


@pytest.mark.parametrize(
    "more",
    [
        {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}},
        {"via_bot": {"id": 5, "is_bot": True, "first_name": "gif"}},
        {"sender_chat": {"id": -100, "type": "channel", "title": "x"}},
    ],
    ids=["forwarded", "via_bot", "in_the_name_of_a_chat"],
)
def test_the_words_of_others_are_nobodys_order(more: dict[str, Any]) -> None:
    assert heard(said(1, ANA, "dale", **more)) == ("", None, "not_your_words")


def test_an_edited_message_changes_no_order() -> None:
    assert heard(edited(1, ANA, 50, text="mejor 500")) == ("", None, "edited")


def test_a_location_on_the_move_is_not_answered_at_every_step() -> None:
    assert seen(edited(1, ANA, 50, location=CONTENTS["location"])) is None


@pytest.mark.parametrize(
    "update",
    [said(1, ANA, f"paga con {CARD}"), edited(1, ANA, 1001, text=CARD), sent(1, ANA, "photo", caption=CARD)],
    ids=["said", "edited", "caption"],
)
def test_a_card_number_goes_to_the_gateway_which_masks_it_whatever_it_came_in(update: Any) -> None:
    done = private(update)
    assert done.event is not None
    assert CARD in done.event.text
    assert message_of(done.event.id) == done.message


def test_groups_and_channels_are_elsewhere() -> None:
    assert seen(said(1, ANA, "hola", group())) == Elsewhere(-100200300, "es")
    assert seen(pressed(1, ANA, "abc", UNDER | {"chat": group()})) == Elsewhere(-100200300, "es", "7771")
    post = {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "channel", "title": "x"}, "text": "y"}
    assert seen({"update_id": 1, "channel_post": post}) == Elsewhere(-5, "es")


def test_an_anonymous_admin_is_nobody() -> None:
    admin = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    done = seen(said(1, admin, "25 licencias", group(), sender_chat=group()))
    assert isinstance(done, Elsewhere)


@pytest.mark.parametrize(("status", "is_told"), [("member", True), ("left", False)])
def test_a_group_is_told_when_the_bot_comes_not_when_it_goes(status: str, is_told: bool) -> None:
    me = {"id": 12345, "is_bot": True, "first_name": "Pedido"}
    before, after = {"status": "left", "user": me}, {"status": status, "user": me}
    moved = {"chat": group(), "from": ANA, "date": 1, "old_chat_member": before, "new_chat_member": after}
    update = {"update_id": 1, "my_chat_member": moved}
    assert (seen(update) is not None) == is_told


@pytest.mark.parametrize(
    "update",
    [
        said(1, ANA | {"is_bot": True}, "hola"),
        {"update_id": 1, "message": message(ANA, 5, pinned_message=message(ANA, 4, text="x"))},
        {"update_id": 1},
    ],
    ids=["a bot", "a service message", "nothing we know"],
)
def test_nobody_waits_for_an_answer_to_this(update: dict[str, Any]) -> None:
    assert seen(update) is None
