# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Light restores lucidity, darkness takes it, a little every few seconds."""

import asyncio
import logging

from fastapi import FastAPI

logger = logging.getLogger(__name__)

NEUTRAL_LIGHT = 5
STRONGEST_FLUX = 2


class PassiveLucidityFluxService:
    """Changes the lucidity of everybody who is connected, by the light of the room they are in."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app

    async def run(self, interval: float) -> None:
        """Tick for as long as the server runs."""
        while True:
            await asyncio.sleep(interval)
            try:
                await self.tick()
            except Exception:
                logger.exception("Could not apply the flux; trying again in %s seconds.", interval)

    async def tick(self) -> dict[str, int]:
        """Apply one step to everybody; returns the new values by player."""
        deltas = self._deltas()
        if not deltas:
            return {}
        app = self._app
        lucidity = await asyncio.to_thread(app.state.container.persistence.apply_lucidity_deltas, deltas)
        for player_id, value in lucidity.items():
            await app.state.container.connections.send(player_id, f"Your lucidity is {value}.")
        return lucidity

    def _deltas(self) -> dict[str, int]:
        container = self._app.state.container
        deltas = {}
        for session in container.connections.sessions():
            room = container.persistence.get_room(session.room_id)
            if room is not None and (delta := flux_of(room.light)) != 0:
                deltas[session.player_id] = delta
        return deltas


def flux_of(light: int) -> int:
    """What one tick in a room of this light does to a mind."""
    return max(-STRONGEST_FLUX, min(STRONGEST_FLUX, light - NEUTRAL_LIGHT))
