# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The server: `uvicorn game.app:app`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from .api import containers, health, players, rooms, websocket
from .config import Settings, load_settings
from .container import ApplicationContainer
from .database import prepare_database
from .errors import GameError
from .persistence.async_layer import AsyncPersistenceLayer, close_async_persistence, set_async_persistence
from .persistence.sync_layer import PersistenceLayer, set_persistence
from .services.environmental_container_loader import load_environmental_containers
from .services.npc_startup_service import NpcStartupService
from .services.passive_lucidity_flux_service import PassiveLucidityFluxService


def create_app(settings: Settings | None = None) -> FastAPI:
    """A server with its own database, services and sessions; nothing is opened before it starts."""
    app = FastAPI(title="Lanternfall", lifespan=_lifespan)
    app.state.settings = settings or load_settings()
    app.add_exception_handler(GameError, _explain)
    for module in (health, rooms, players, containers):
        app.include_router(module.router, prefix="/api")
    app.include_router(websocket.router)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await _open(app)
    background = _start_background(app)
    try:
        yield
    finally:
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        set_persistence(None)
        await close_async_persistence()


async def _open(app: FastAPI) -> None:
    """Open the database, off the event loop, and bring the world to life."""
    url = app.state.settings.database_url
    await asyncio.to_thread(prepare_database, url)
    persistence = await asyncio.to_thread(PersistenceLayer, url)
    async_persistence = AsyncPersistenceLayer(url)
    set_persistence(persistence)
    set_async_persistence(async_persistence)
    app.state.persistence = persistence
    app.state.async_persistence = async_persistence
    app.state.container = ApplicationContainer.build(persistence, async_persistence)
    await load_environmental_containers(persistence, async_persistence=async_persistence)
    await NpcStartupService(app.state.container).populate()


def _start_background(app: FastAPI) -> list[asyncio.Task[None]]:
    settings: Settings = app.state.settings
    return [
        asyncio.create_task(PassiveLucidityFluxService(app).run(settings.flux_interval)),
        asyncio.create_task(app.state.container.corpses.run(settings.corpse_interval)),
    ]


async def _explain(request: Request, error: Exception) -> JSONResponse:
    """What a player did wrong, as JSON with the error's own status."""
    status = error.status if isinstance(error, GameError) else 500
    return JSONResponse({"detail": str(error)}, status_code=status)


app = create_app()
