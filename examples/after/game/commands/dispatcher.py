# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""From a typed line to the command it names."""

from collections.abc import Awaitable, Callable

from ..errors import GameError
from . import handlers
from .context import CommandContext

Command = Callable[[CommandContext, list[str]], Awaitable[str]]

COMMANDS: dict[str, Command] = {
    "look": handlers.look,
    "go": handlers.go,
    "take": handlers.take,
    "put": handlers.put,
    "inventory": handlers.inventory,
    "wear": handlers.wear,
    "remove": handlers.remove,
    "attack": handlers.attack,
    "say": handlers.say,
    "admin_teleport": handlers.admin_teleport,
    "quit": handlers.leave,
}


async def dispatch(ctx: CommandContext, line: str) -> str:
    """Run the command; what the player did wrong comes back as an answer, not as an exception."""
    name, *words = line.split() or [""]
    command = COMMANDS.get(name.lower())
    if command is None:
        return f"You can {', '.join(COMMANDS)}."
    try:
        return await command(ctx, words)
    except GameError as error:
        return str(error)
