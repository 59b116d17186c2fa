# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Players: profiles, what they carry and wear, and where they go."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from ..models import Item, Player, Room
from .dependencies import Application

router = APIRouter(prefix="/players", tags=["players"])


class Move(BaseModel):
    """A step through an exit."""

    direction: str


@router.get("/top")
async def top_players(application: Application, limit: Annotated[int, Query(ge=1, le=100)] = 10) -> list[Player]:
    """The most experienced players."""
    return await application.users.top_players(limit)


@router.get("/{player_id}")
async def profile(player_id: str, application: Application) -> Player:
    """One player."""
    return await application.users.profile(player_id)


@router.get("/{player_id}/items")
async def carried(player_id: str, application: Application) -> list[Item]:
    """What the player carries."""
    await application.users.profile(player_id)
    return await application.containers.carried(player_id)


@router.get("/{player_id}/worn")
async def worn(player_id: str, application: Application) -> dict[str, str]:
    """The containers the player wears, by slot."""
    return await application.wearables.list_worn(player_id)


@router.post("/{player_id}/move")
async def move(player_id: str, step: Move, application: Application) -> Room:
    """Walk."""
    return await application.positions.move(player_id, step.direction)
