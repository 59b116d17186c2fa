# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Containers: contents, history, taking, putting and locking."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from ..errors import Forbidden
from ..models import Container, ContainerEvent, Item
from .dependencies import Application

router = APIRouter(prefix="/containers", tags=["containers"])


class Transfer(BaseModel):
    """Who moves which item."""

    player_id: str
    item_id: str


class Lock(BaseModel):
    """Who locks or unlocks."""

    player_id: str
    locked: bool


class Summary(BaseModel):
    """A container as it is told to a visitor."""

    text: str
    last_visitor: str | None


@router.get("/in-room/{room_id}")
async def in_room(room_id: str, application: Application) -> list[Container]:
    """What stands in a room."""
    return await application.containers.list_in_room(room_id)


@router.get("/{container_id}")
async def describe(container_id: str, application: Application) -> Summary:
    """A sentence about the container, and who touched it last."""
    return Summary(
        text=await application.containers.describe(container_id),
        last_visitor=await application.containers.last_visitor(container_id),
    )


@router.get("/{container_id}/items")
async def contents(container_id: str, application: Application) -> list[Item]:
    """What the container holds."""
    return await application.containers.contents(container_id)


@router.get("/{container_id}/history")
async def history(
    container_id: str, application: Application, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> list[ContainerEvent]:
    """What happened to the container, newest first."""
    return await application.containers.history(container_id, limit)


@router.post("/{container_id}/take")
async def take(container_id: str, transfer: Transfer, application: Application) -> Container:
    """Take an item out."""
    return await application.containers.take(transfer.player_id, container_id, transfer.item_id)


@router.post("/{container_id}/put")
async def put(container_id: str, transfer: Transfer, application: Application) -> Container:
    """Put an item in."""
    return await application.containers.put(transfer.player_id, container_id, transfer.item_id)


@router.post("/{container_id}/lock")
async def lock(container_id: str, lock: Lock, application: Application) -> Container:
    """Lock or unlock; administrators only."""
    if not await application.users.is_admin(lock.player_id):
        raise Forbidden("Only a keeper of the lanterns can do that.")
    return await application.containers.set_lock(lock.player_id, container_id, lock.locked)
