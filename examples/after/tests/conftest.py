# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Fixtures: a real database in a temporary folder, and mocks of the two layers."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from unittest.mock import AsyncMock, MagicMock

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from game.app import create_app
from game.config import Settings
from game.container import ApplicationContainer
from game.database import prepare_database
from game.models import Container, ContainerKind, Player
from game.persistence.async_layer import AsyncPersistenceLayer, close_async_persistence, get_async_persistence
from game.persistence.sync_layer import PersistenceLayer, get_persistence, set_persistence
from game.realtime.connections import Session
from game.services.environmental_container_loader import load_environmental_containers
from game.services.npc_startup_service import NpcStartupService

from .doubles import RecordingSocket


@pytest.fixture(scope="session")
def seeded_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A seeded SQLite database to copy; never written to."""
    path = tmp_path_factory.mktemp("seeded") / "world.db"
    prepare_database(f"sqlite:///{path}")
    return path


@pytest.fixture
def database_url(seeded_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A seeded SQLite database of the test's own, which the accessors open, too."""
    url = f"sqlite:///{shutil.copy(seeded_database, tmp_path / 'test.db')}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture(autouse=True)
async def fresh_accessors() -> AsyncIterator[None]:
    """No test sees the layers of the one before."""
    yield
    set_persistence(None)
    await close_async_persistence()


@pytest.fixture
def persistence(database_url: str) -> PersistenceLayer:
    """The blocking layer on the test's database."""
    return get_persistence()


@pytest.fixture
def async_persistence(database_url: str) -> AsyncPersistenceLayer:
    """The asyncio layer on the test's database."""
    return get_async_persistence()


@pytest.fixture
async def application(persistence: PersistenceLayer, async_persistence: AsyncPersistenceLayer) -> ApplicationContainer:
    """All services on the test's database, with the world as it is after a start."""
    application = ApplicationContainer.build(persistence, async_persistence)
    await load_environmental_containers(persistence)
    await NpcStartupService(application).populate()
    return application


@pytest.fixture
def wren(application: ApplicationContainer) -> Session:
    """Wren, connected, in Wick Street."""
    session = Session("wren", "Wren", "wick-street", RecordingSocket())
    application.connections.connect(session)
    return session


@pytest.fixture
def layer() -> MagicMock:
    """A mock of the blocking layer."""
    return MagicMock(spec=PersistenceLayer)


@pytest.fixture
def async_layer() -> AsyncMock:
    """A mock of the asyncio layer."""
    return AsyncMock(spec=AsyncPersistenceLayer)


@pytest.fixture
def chest() -> Container:
    """A small chest at the shrine."""
    return Container("chest", ContainerKind.ENVIRONMENT, "chest", 3, room_id="ember-shrine")


@pytest.fixture
def pilgrim() -> Player:
    """A player at the shrine."""
    return Player("pilgrim", "Pilgrim")


@pytest.fixture
def server(tmp_path: Path) -> FastAPI:
    """A server on a database that doesn't exist yet."""
    return create_app(Settings(database_url=f"sqlite:///{tmp_path / 'server.db'}"))


@pytest.fixture
def client(server: FastAPI) -> Iterator[TestClient]:
    """A client of the started server, for websockets."""
    with TestClient(server) as client:
        yield client


@pytest.fixture
async def http(server: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the started server, for REST, on the test's own event loop."""
    async with server.router.lifespan_context(server):
        transport = httpx.ASGITransport(app=server)
        async with httpx.AsyncClient(transport=transport, base_url="http://lanternfall") as client:
            yield client
