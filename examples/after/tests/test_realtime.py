# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Sessions and the event bus."""

from unittest.mock import AsyncMock, Mock

from game.realtime.connections import ConnectionManager, Session
from game.realtime.events import EventBus, NpcSlain, PlayerMoved

from .doubles import BrokenSocket, RecordingSocket


def session(player_id: str, room_id: str = "undercroft") -> Session:
    return Session(player_id, player_id.capitalize(), room_id, RecordingSocket())


async def test_bus_calls_plain_and_coroutine_handlers_in_order() -> None:
    calls = Mock()
    calls.first.return_value = None
    calls.attach_mock(second := AsyncMock(), "second")
    bus, event = EventBus(), PlayerMoved("wren", "undercroft")
    bus.subscribe(PlayerMoved, calls.first)
    bus.subscribe(PlayerMoved, second)
    await bus.publish(event)
    assert [name for name, _, _ in calls.mock_calls] == ["first", "second"]
    second.assert_awaited_once_with(event)


async def test_bus_ignores_events_nobody_waits_for() -> None:
    handler = Mock()
    bus = EventBus()
    bus.subscribe(NpcSlain, handler)
    await bus.publish(PlayerMoved("wren", "undercroft"))
    handler.assert_not_called()


async def test_broadcast_stays_in_the_room() -> None:
    here, there, speaker = session("wren"), session("isolde", "beacon-top"), session("brannoch")
    manager = ConnectionManager()
    for one in (here, there, speaker):
        manager.connect(one)
    await manager.broadcast("undercroft", "hush", but="brannoch")
    assert (here.socket.sent, there.socket.sent, speaker.socket.sent) == (["hush"], [], [])


async def test_gone_socket_stops_nobody_else() -> None:
    manager, alive = ConnectionManager(), session("wren")
    manager.connect(Session("isolde", "Isolde", "undercroft", BrokenSocket()))
    manager.connect(alive)
    await manager.broadcast("undercroft", "hush")
    assert alive.socket.sent == ["hush"]


def test_second_connection_replaces_the_first() -> None:
    manager, old, new = ConnectionManager(), session("wren"), session("wren")
    manager.connect(old)
    manager.connect(new)
    assert manager.disconnect(old) is False
    assert manager.sessions() == [new]
    assert manager.disconnect(new) is True


def test_moves_keep_the_session_up_to_date() -> None:
    manager, wren = ConnectionManager(), session("wren")
    manager.connect(wren)
    manager.on_player_moved(PlayerMoved("wren", "beacon-top"))
    manager.on_player_moved(PlayerMoved("stranger", "beacon-top"))
    assert wren.room_id == "beacon-top"
