# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Who is connected, and how to reach them."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from starlette.websockets import WebSocketDisconnect

from .events import CorpseDecayed, NpcSlain, PlayerMoved


class Socket(Protocol):
    """The part of a websocket that the server writes to."""

    async def send_text(self, data: str) -> None:
        """Send one message."""


@dataclass
class Session:
    """One connected player."""

    player_id: str
    name: str
    room_id: str
    socket: Socket


class ConnectionManager:
    """Keeps one session a player; a second connection replaces the first."""

    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}

    def connect(self, session: Session) -> None:
        """Start delivering messages to the session."""
        self._sessions[session.player_id] = session

    def disconnect(self, session: Session) -> bool:
        """Stop delivering to the session; False if a newer one has taken its place."""
        if self._sessions.get(session.player_id) is not session:
            return False
        del self._sessions[session.player_id]
        return True

    def sessions(self) -> list[Session]:
        """Everybody who is connected."""
        return list(self._sessions.values())

    async def send(self, player_id: str, message: str) -> None:
        """Tell one player, if they are connected."""
        if (session := self._sessions.get(player_id)) is not None:
            await _deliver(session, message)

    async def broadcast(self, room_id: str, message: str, but: str | None = None) -> None:
        """Tell everybody in a room, perhaps all but one."""
        for session in self.sessions():
            if session.room_id == room_id and session.player_id != but:
                await _deliver(session, message)

    def on_player_moved(self, event: PlayerMoved) -> None:
        """Keep the session's room up to date."""
        if (session := self._sessions.get(event.player_id)) is not None:
            session.room_id = event.room_id

    async def on_npc_slain(self, event: NpcSlain) -> None:
        """Let the bystanders know."""
        await self.broadcast(event.room_id, f"{event.npc_name} falls.", but=event.player_id)

    async def on_corpse_decayed(self, event: CorpseDecayed) -> None:
        """Let the room know."""
        await self.broadcast(event.room_id, "A corpse crumbles to ash.")


async def _deliver(session: Session, message: str) -> None:
    """Send a message; one to a socket that has just gone is lost, its own endpoint will notice."""
    with suppress(RuntimeError, WebSocketDisconnect):
        await session.socket.send_text(message)
