# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""What players type."""

from unittest.mock import AsyncMock, MagicMock, Mock, patch

import pytest

from game.commands.context import CommandContext
from game.commands.dispatcher import dispatch
from game.container import ApplicationContainer
from game.models import Room
from game.realtime.connections import Session

from .doubles import RecordingSocket


@pytest.fixture
def ctx(application: ApplicationContainer, wren: Session) -> CommandContext:
    return CommandContext(application, wren)


async def test_look_shows_room_containers_and_creatures(ctx: CommandContext) -> None:
    await ctx.application.positions.relocate("wren", "flooded-vault")
    lines = (await dispatch(ctx, "look")).splitlines()
    assert lines[0] == "The Flooded Vault"
    assert lines[2:] == [
        "Exits: up.",
        "Here is the rusted coffer (vault-coffer).",
        "You see a drowned clerk (drowned-clerk).",
    ]


async def test_look_at_a_container(ctx: CommandContext) -> None:
    assert await dispatch(ctx, "look vault-coffer") == "The rusted coffer holds 1 of 8 items."
    assert await dispatch(ctx, "look cellar-cask") == "The sealed cask is locked."


async def test_walk_take_wear_and_put(ctx: CommandContext) -> None:
    assert (await dispatch(ctx, "go south")).startswith("The Ember Shrine")
    assert await dispatch(ctx, "take canvas-satchel shrine-chest") == "You take canvas-satchel from the offering chest."
    assert await dispatch(ctx, "take all shrine-chest") == "You take: flask of lamp oil, wick-seller's belt."
    assert "worn-canvas-satchel" in await dispatch(ctx, "wear canvas-satchel")
    assert await dispatch(ctx, "put oil-flask worn-canvas-satchel") == "You put oil-flask into the canvas satchel."
    assert await dispatch(ctx, "inventory") == "wick-seller's belt (wick-belt)"
    assert await dispatch(ctx, "remove back") == "Empty it before you take it off."


async def test_bystanders_see_who_leaves_and_hear_who_speaks(ctx: CommandContext) -> None:
    bystander = RecordingSocket()
    ctx.application.connections.connect(Session("isolde", "Isolde", "wick-street", bystander))
    await dispatch(ctx, "say the oil is low")
    await dispatch(ctx, "go north")
    assert bystander.sent == ["Wren says: the oil is low", "Wren leaves north."]


async def test_attack_to_the_end(ctx: CommandContext) -> None:
    await ctx.application.positions.relocate("wren", "barrel-cellar")
    assert await dispatch(ctx, "attack cask-rat") == (
        "You hit a cask rat. It strikes back and leaves you at 77 health."
    )
    assert await dispatch(ctx, "attack cask-rat") == "You slay a cask rat and have 45 experience now."


async def test_losing_a_fight_ends_at_the_shrine(ctx: CommandContext, wren: Session) -> None:
    await ctx.application.positions.relocate("wren", "silent-ossuary")
    answers = [await dispatch(ctx, "attack bone-warden") for _ in range(4)]
    assert answers[-1].endswith("you wake up at the shrine.")
    assert wren.room_id == "ember-shrine"


async def test_teleport_is_for_administrators(ctx: CommandContext) -> None:
    assert await dispatch(ctx, "admin_teleport wren beacon-top") == "Only a keeper of the lanterns can do that."
    assert ctx.room_id == "wick-street"


async def test_administrator_teleports_others(ctx: CommandContext, wren: Session) -> None:
    isolde = CommandContext(ctx.application, Session("isolde", "Isolde", "beacon-top", RecordingSocket()))
    assert await dispatch(isolde, "admin_teleport wren undercroft") == "wren is at The Undercroft now."
    assert wren.room_id == "undercroft"
    assert wren.socket.sent[0].startswith("A beam of light")


async def test_teleport_checks_before_it_moves(ctx: CommandContext) -> None:
    with patch.object(ctx.application.users, "is_admin", return_value=False) as is_admin:
        await dispatch(ctx, "admin_teleport isolde undercroft")
    is_admin.assert_awaited_once_with("wren")
    assert (await ctx.application.users.profile("isolde")).room_id == "beacon-top"


@pytest.mark.parametrize(("allowed", "moves"), [(True, 1), (False, 0)])
async def test_teleport_on_mocked_services(wren: Session, allowed: bool, moves: int) -> None:
    application = MagicMock()
    application.users = Mock()
    application.users.is_admin = AsyncMock(return_value=allowed)
    application.positions.relocate = AsyncMock(return_value=Room("tower", "Tower", "High.", 5))
    application.connections.send = AsyncMock()
    await dispatch(CommandContext(application, wren), "admin_teleport isolde tower")
    application.users.is_admin.assert_awaited_once_with("wren")
    assert application.positions.relocate.await_count == moves


@pytest.mark.parametrize("line", ["go", "take coin", "put a b c", "say", "wear", "quit now"])
async def test_wrong_words_are_answered_with_the_usage(ctx: CommandContext, line: str) -> None:
    assert (await dispatch(ctx, line)).startswith("Usage: ")


@pytest.mark.parametrize("line", ["", "   ", "dance"])
async def test_unknown_command_lists_the_known(ctx: CommandContext, line: str) -> None:
    assert (await dispatch(ctx, line)).startswith("You can look, go")


async def test_quit_ends_the_conversation(ctx: CommandContext) -> None:
    assert await dispatch(ctx, "quit") == "The lanterns fade."
    assert ctx.wants_to_quit
