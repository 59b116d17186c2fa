# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Playing over a websocket."""

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect


def test_newcomer_wakes_at_the_shrine(client: TestClient) -> None:
    with client.websocket_connect("/ws?name=Tamsin") as socket:
        assert socket.receive_text().startswith("The Ember Shrine")
        socket.send_text("take oil-flask shrine-chest")
        assert socket.receive_text() == "You take oil-flask from the offering chest."
        socket.send_text("quit")
        assert socket.receive_text() == "The lanterns fade."
        with pytest.raises(WebSocketDisconnect):
            socket.receive_text()


def test_players_see_each_other(client: TestClient) -> None:
    with client.websocket_connect("/ws?name=Tamsin") as tamsin:
        tamsin.receive_text()
        with client.websocket_connect("/ws?name=Corin") as corin:
            corin.receive_text()
            assert tamsin.receive_text() == "Corin wakes up."
            corin.send_text("say hello")
            assert tamsin.receive_text() == "Corin says: hello"
        assert tamsin.receive_text() == "Corin falls asleep."


def test_who_comes_back_keeps_what_they_had(client: TestClient) -> None:
    with client.websocket_connect("/ws?name=Brannoch") as socket:
        socket.receive_text()
        socket.send_text("take brass-funnel market-crate")
        socket.receive_text()
    with client.websocket_connect("/ws?name=brannoch") as socket:
        socket.receive_text()
        socket.send_text("inventory")
        assert socket.receive_text() == "brass funnel (brass-funnel)"


def test_logout_is_stored(client: TestClient) -> None:
    with client.websocket_connect("/ws?name=Wren") as socket:
        socket.receive_text()
        socket.send_text("quit")
        socket.receive_text()
        with pytest.raises(WebSocketDisconnect):
            socket.receive_text()
    assert client.get("/api/players/wren").json()["last_seen"] > 0


def test_barred_name_is_turned_away(client: TestClient) -> None:
    with client.websocket_connect("/ws?name=system") as socket, pytest.raises(WebSocketDisconnect) as closed:
        socket.receive_text()
    assert closed.value.code == 1008
    assert closed.value.reason == "Nobody may be called system."


def test_administrator_commands_others(client: TestClient) -> None:
    with client.websocket_connect("/ws?name=Wren") as wren, client.websocket_connect("/ws?name=Isolde") as isolde:
        wren.receive_text()
        isolde.receive_text()
        isolde.send_text("admin_teleport wren beacon-top")
        assert isolde.receive_text() == "wren is at The Beacon now."
        assert wren.receive_text().startswith("A beam of light carries you away.")
