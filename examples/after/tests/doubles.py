# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Hand-written stand-ins for what the tests don't want to be real."""

from game.errors import NotFound
from game.models import Player


class FakePersistence:
    """Players in a dict, under the names of both layers."""

    def __init__(self, *players: Player, barred: tuple[str, ...] = ()) -> None:
        self.players = {player.id: player for player in players}
        self.barred = barred
        self.seen: dict[str, float] = {}

    def get_player(self, player_id: str) -> Player:
        if player_id not in self.players:
            raise NotFound(player_id)
        return self.players[player_id]

    async def get_player_by_id(self, player_id: str) -> Player:
        if player_id not in self.players:
            raise NotFound(player_id)
        return self.players[player_id]

    async def get_player_by_name(self, name: str) -> Player | None:
        return next((player for player in self.players.values() if player.name.lower() == name.lower()), None)

    async def list_top_players(self, limit: int) -> list[Player]:
        return sorted(self.players.values(), key=lambda player: -player.experience)[:limit]

    async def save_player(self, player: Player) -> None:
        self.players[player.id] = player

    def record_last_seen(self, player_id: str, seen_at: float) -> None:
        self.seen[player_id] = seen_at

    def is_name_barred(self, name: str) -> bool:
        return name.lower() in self.barred


class RecordingSocket:
    """A socket that remembers what was sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send_text(self, data: str) -> None:
        self.sent.append(data)


class BrokenSocket:
    """A socket whose other end has gone."""

    async def send_text(self, data: str) -> None:
        raise RuntimeError("Cannot send after the connection was closed.")
