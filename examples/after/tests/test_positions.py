# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Walking and being carried away."""

from unittest.mock import AsyncMock, MagicMock

import pytest

from game.container import ApplicationContainer
from game.errors import NotFound, Refused
from game.models import Room
from game.realtime.connections import Session
from game.realtime.events import EventBus, PlayerMoved
from game.services.player_position_service import PlayerPositionService


async def test_move_follows_an_exit(application: ApplicationContainer, wren: Session) -> None:
    room = await application.positions.move("wren", "west")
    assert room.id == wren.room_id == "moth-alley"
    assert (await application.users.profile("wren")).room_id == "moth-alley"


async def test_no_exit_no_move(application: ApplicationContainer, wren: Session) -> None:
    with pytest.raises(Refused, match="no way down"):
        await application.positions.move("wren", "down")
    assert wren.room_id == "wick-street"


async def test_relocate_publishes_the_move(layer: MagicMock) -> None:
    events, moved = EventBus(), AsyncMock()
    events.subscribe(PlayerMoved, moved)
    layer.get_room.return_value = Room("tower", "Tower", "High.", 5)
    layer.update_player_room.return_value = True
    await PlayerPositionService(events, layer).relocate("wren", "tower")
    layer.update_player_room.assert_called_once_with("wren", "tower")
    moved.assert_awaited_once_with(PlayerMoved("wren", "tower"))


async def test_unknown_player_does_not_move(layer: MagicMock) -> None:
    events, moved = EventBus(), AsyncMock()
    events.subscribe(PlayerMoved, moved)
    layer.update_player_room.return_value = False
    with pytest.raises(NotFound):
        await PlayerPositionService(events, layer).relocate("nobody", "tower")
    moved.assert_not_awaited()


def test_room_is_read_from_memory(layer: MagicMock) -> None:
    positions = PlayerPositionService(EventBus(), layer)
    layer.get_room.return_value = None
    with pytest.raises(NotFound):
        positions.room("nowhere")
    layer.get_room.assert_called_once_with("nowhere")
