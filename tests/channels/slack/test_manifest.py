"""The app manifest asks for what the code uses, and for no more."""

from pathlib import Path

import yaml

from tests.channels.slack.fake_slack import METHODS

MANIFEST = yaml.safe_load((Path(__file__).parents[3] / "deploy/slack-manifest.yaml").read_text())
SCOPE_OF_METHOD = {
    "auth.test": None,
    "users.info": "users:read",
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "views.publish": None,
    "apps.connections.open": None,  # the app token's
}
SCOPE_OF_EVENT = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
}


def test_every_scope_is_needed_and_every_needed_scope_is_asked_for() -> None:
    assert set(SCOPE_OF_METHOD) == set(METHODS)
    assert set(SCOPE_OF_EVENT) == set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])
    needed = {*SCOPE_OF_METHOD.values(), *SCOPE_OF_EVENT.values()} - {None}
    assert needed == set(MANIFEST["oauth_config"]["scopes"]["bot"])


def test_people_can_write_to_the_bot_and_press_its_buttons() -> None:
    home = MANIFEST["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert home["home_tab_enabled"]
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]
