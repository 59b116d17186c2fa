# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The event bus, and the events on it."""

import inspect
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PlayerMoved:
    """A player is in another room now."""

    player_id: str
    room_id: str


@dataclass(frozen=True)
class PlayerDied:
    """A player has no health left."""

    player_id: str


@dataclass(frozen=True)
class NpcSlain:
    """A player killed a creature."""

    player_id: str
    npc_name: str
    room_id: str


@dataclass(frozen=True)
class CorpseDecayed:
    """A corpse is gone."""

    room_id: str


Handler = Callable[[Any], Awaitable[None] | None]


class EventBus:
    """Calls the handlers of an event's type, one after the other, in the order they subscribed."""

    def __init__(self) -> None:
        self._handlers: dict[type, list[Handler]] = defaultdict(list)

    def subscribe(self, event_type: type, handler: Handler) -> None:
        """Have `handler` called with each event of this type; it may be a plain function or a coroutine function."""
        self._handlers[event_type].append(handler)

    async def publish(self, event: object) -> None:
        """Call the handlers and wait until the last of them is done."""
        for handler in self._handlers[type(event)]:
            result = handler(event)
            if inspect.isawaitable(result):
                await result
