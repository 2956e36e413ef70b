from bot.channels.reply import Choice, Said, State, read_answer

TICKET = {"plan": {"mpn": "M365-BB", "name": "Business Basic"}, "quantity": 25}


def test_texts_keep_their_order() -> None:
    answer = read_answer([{"text": "uno"}, {"text": "dos"}])
    assert answer.said == (Said("uno"), Said("dos"))


def test_the_state_comes_from_the_custom_item_and_is_not_shown() -> None:
    answer = read_answer([{"text": "¿cuántos?"}, {"custom": {"awaiting": "quantity", "order": TICKET}}])
    assert answer.state == State("quantity", TICKET)
    assert answer.said == (Said("¿cuántos?"),)


def test_the_last_state_of_a_turn_counts() -> None:
    items = [{"custom": {"awaiting": "plan", "order": None}}, {"custom": {"awaiting": None, "order": TICKET}}]
    assert read_answer(items).state == State(None, TICKET)


def test_without_a_custom_item_the_state_is_not_known() -> None:
    assert read_answer([{"text": "hola"}]).state is None
    assert read_answer([{"custom": {"other": 1}}]).state is None


def test_ways_out_stand_last_and_the_rest_keeps_its_order() -> None:
    buttons = [
        {"title": "Después", "payload": "/skip"},
        {"title": "B", "payload": '/choose{"slot":"plan","value":"B"}'},
        {"title": "Cancelar", "payload": "/cancel"},
        {"title": "A", "payload": '/choose{"slot":"plan","value":"A"}'},
    ]
    (said,) = read_answer([{"text": "¿cuál?", "buttons": buttons}]).said
    assert [choice.title for choice in said.choices] == ["B", "A", "Después", "Cancelar"]


def test_a_button_with_an_address_has_no_payload() -> None:
    button = {"title": "Tarjeta", "payload": "/x", "url": "https://pay.example/1"}
    (said,) = read_answer([{"text": "abre", "buttons": [button]}]).said
    assert said.choices == (Choice("Tarjeta", url="https://pay.example/1"),)
