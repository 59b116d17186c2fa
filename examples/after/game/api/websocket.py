# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The websocket players are connected by."""

import asyncio

from fastapi import APIRouter, WebSocket, WebSocketDisconnect, status

from ..commands.context import CommandContext
from ..commands.dispatcher import dispatch
from ..container import ApplicationContainer
from ..errors import Forbidden
from ..realtime.connections import Session
from .dependencies import Application

router = APIRouter()


@router.websocket("/ws")
async def play(websocket: WebSocket, name: str, application: Application) -> None:
    """Log the player in and run what they type until they leave."""
    await websocket.accept()
    try:
        session = await _enter(application, websocket, name)
    except Forbidden as error:
        await websocket.close(status.WS_1008_POLICY_VIOLATION, reason=str(error))
        return
    ctx = CommandContext(application, session)
    try:
        await _converse(ctx, websocket)
    except WebSocketDisconnect:
        pass
    finally:
        await asyncio.shield(_leave(application, session))  # to the end, even if this handler is cancelled
    if ctx.wants_to_quit:
        await websocket.close()


async def _enter(application: ApplicationContainer, websocket: WebSocket, name: str) -> Session:
    player = await application.users.login(name)
    await application.containers.ensure_inventory(player.id)
    session = Session(player.id, player.name, player.room_id, websocket)
    application.connections.connect(session)
    await application.connections.broadcast(player.room_id, f"{player.name} wakes up.", but=player.id)
    return session


async def _converse(ctx: CommandContext, websocket: WebSocket) -> None:
    await websocket.send_text(await dispatch(ctx, "look"))
    while not ctx.wants_to_quit:
        await websocket.send_text(await dispatch(ctx, await websocket.receive_text()))


async def _leave(application: ApplicationContainer, session: Session) -> None:
    if application.connections.disconnect(session):
        await application.users.logout(session.player_id)
        await application.connections.broadcast(session.room_id, f"{session.name} falls asleep.")
