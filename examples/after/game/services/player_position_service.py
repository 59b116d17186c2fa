# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Where players are and where they can go."""

import asyncio

from ..errors import NotFound, Refused
from ..models import Room
from ..persistence.sync_layer import PersistenceLayer, get_persistence
from ..realtime.events import EventBus, PlayerMoved


class PlayerPositionService:
    """Moves players between rooms and tells the rest of the server."""

    def __init__(self, events: EventBus, persistence: PersistenceLayer | None = None) -> None:
        self._events = events
        self.persistence = persistence or get_persistence()

    def room(self, room_id: str) -> Room:
        """The room; raises `NotFound` if there is none."""
        room = self.persistence.get_room(room_id)
        if room is None:
            raise NotFound(f"There is no room {room_id}.")
        return room

    async def move(self, player_id: str, direction: str) -> Room:
        """Walk through an exit of the room the player is in; returns the room behind it."""
        p = self.persistence
        here = self.room((await asyncio.to_thread(p.get_player, player_id)).room_id)
        if direction not in here.exits:
            raise Refused(f"There is no way {direction}.")
        return await self.relocate(player_id, here.exits[direction])

    async def relocate(self, player_id: str, room_id: str) -> Room:
        """Put the player into a room, however far away; returns the room."""
        room = self.room(room_id)
        if not await asyncio.to_thread(self.persistence.update_player_room, player_id, room.id):
            raise NotFound(f"There is no player {player_id}.")
        await self._events.publish(PlayerMoved(player_id, room.id))
        return room
