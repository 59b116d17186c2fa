# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""One coroutine a command: it gets the words after the command and returns what the player is told."""

from ..errors import Forbidden, GameError
from ..models import Room
from .context import CommandContext


class Usage(GameError):
    """The command was not typed as it should be."""


async def look(ctx: CommandContext, words: list[str]) -> str:
    """`look`: the room, what stands in it and who lives in it; `look CONTAINER`: a container."""
    application = ctx.application
    if words:
        return await application.containers.describe(words[0])
    lines = [_room_text(application.positions.room(ctx.room_id))]
    lines += [
        f"Here is the {container.name} ({container.id})."
        for container in await application.containers.list_in_room(ctx.room_id)
    ]
    lines += [f"You see {npc.name} ({npc.id})." for npc in await application.combat.npcs_in_room(ctx.room_id)]
    return "\n".join(lines)


async def go(ctx: CommandContext, words: list[str]) -> str:
    """`go DIRECTION`: walk through an exit."""
    (direction,) = _exactly(words, 1, "go DIRECTION")
    left = ctx.room_id
    room = await ctx.application.positions.move(ctx.player_id, direction)
    await ctx.application.connections.broadcast(left, f"{ctx.session.name} leaves {direction}.", but=ctx.player_id)
    await ctx.application.connections.broadcast(room.id, f"{ctx.session.name} arrives.", but=ctx.player_id)
    return _room_text(room)


async def take(ctx: CommandContext, words: list[str]) -> str:
    """`take ITEM CONTAINER`, or `take all CONTAINER`."""
    item_id, container_id = _exactly(words, 2, "take ITEM CONTAINER")
    if item_id == "all":
        taken = await ctx.application.containers.take_all(ctx.player_id, container_id)
        return f"You take: {', '.join(item.name for item in taken) or 'nothing'}."
    container = await ctx.application.containers.take(ctx.player_id, container_id, item_id)
    return f"You take {item_id} from the {container.name}."


async def put(ctx: CommandContext, words: list[str]) -> str:
    """`put ITEM CONTAINER`."""
    item_id, container_id = _exactly(words, 2, "put ITEM CONTAINER")
    container = await ctx.application.containers.put(ctx.player_id, container_id, item_id)
    return f"You put {item_id} into the {container.name}."


async def inventory(ctx: CommandContext, words: list[str]) -> str:
    """`inventory`: what you carry."""
    _exactly(words, 0, "inventory")
    items = await ctx.application.containers.carried(ctx.player_id)
    return "\n".join(f"{item.name} ({item.id})" for item in items) or "You carry nothing."


async def wear(ctx: CommandContext, words: list[str]) -> str:
    """`wear ITEM`: put on something that holds other things."""
    (item_id,) = _exactly(words, 1, "wear ITEM")
    worn = await ctx.application.wearables.wear(ctx.player_id, item_id)
    return f"You wear it on your {worn.slot}. It is {worn.container_id} now."


async def remove(ctx: CommandContext, words: list[str]) -> str:
    """`remove SLOT`: take off what you wear there."""
    (slot,) = _exactly(words, 1, "remove SLOT")
    worn = await ctx.application.wearables.remove(ctx.player_id, slot)
    return f"You take {worn.item_id} off."


async def attack(ctx: CommandContext, words: list[str]) -> str:
    """`attack CREATURE`."""
    (npc_id,) = _exactly(words, 1, "attack CREATURE")
    return await ctx.application.combat.attack(ctx.player_id, npc_id)


async def say(ctx: CommandContext, words: list[str]) -> str:
    """`say ANYTHING`: to everybody in the room."""
    if not words:
        raise Usage("Usage: say ANYTHING")
    speech = " ".join(words)
    await ctx.application.connections.broadcast(ctx.room_id, f"{ctx.session.name} says: {speech}", but=ctx.player_id)
    return f"You say: {speech}"


async def admin_teleport(ctx: CommandContext, words: list[str]) -> str:
    """`admin_teleport PLAYER ROOM`: for administrators only."""
    if not await ctx.application.users.is_admin(ctx.player_id):
        raise Forbidden("Only a keeper of the lanterns can do that.")
    player_id, room_id = _exactly(words, 2, "admin_teleport PLAYER ROOM")
    room = await ctx.application.positions.relocate(player_id, room_id)
    await ctx.application.connections.send(player_id, f"A beam of light carries you away.\n{_room_text(room)}")
    return f"{player_id} is at {room.name} now."


async def leave(ctx: CommandContext, words: list[str]) -> str:
    """`quit`: close the connection."""
    _exactly(words, 0, "quit")
    ctx.wants_to_quit = True
    return "The lanterns fade."


def _exactly(words: list[str], amount: int, usage: str) -> list[str]:
    if len(words) != amount:
        raise Usage(f"Usage: {usage}")
    return words


def _room_text(room: Room) -> str:
    return f"{room.name}\n{room.description}\nExits: {', '.join(sorted(room.exits))}."
