# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The periodic flux and the health check."""

import asyncio
from types import SimpleNamespace
from unittest.mock import AsyncMock, MagicMock, Mock, patch

import pytest

from game.container import ApplicationContainer
from game.realtime.connections import Session
from game.services.health_service import check_health
from game.services.passive_lucidity_flux_service import PassiveLucidityFluxService, flux_of


def app_of(container: object) -> SimpleNamespace:
    """As much of an application as the flux needs."""
    return SimpleNamespace(state=SimpleNamespace(container=container))


@pytest.mark.parametrize(("light", "flux"), [(0, -2), (3, -2), (4, -1), (5, 0), (6, 1), (9, 2)])
def test_flux_follows_the_light(light: int, flux: int) -> None:
    assert flux_of(light) == flux


async def test_tick_changes_and_tells(application: ApplicationContainer, wren: Session) -> None:
    await application.positions.relocate("wren", "silent-ossuary")
    assert await PassiveLucidityFluxService(app_of(application)).tick() == {"wren": 98}
    assert wren.socket.sent == ["Your lucidity is 98."]


async def test_nobody_there_nothing_asked() -> None:
    container = MagicMock()
    container.connections.sessions.return_value = []
    assert await PassiveLucidityFluxService(app_of(container)).tick() == {}
    container.persistence.apply_lucidity_deltas.assert_not_called()


async def test_run_survives_a_failing_tick(caplog: pytest.LogCaptureFixture) -> None:
    flux = PassiveLucidityFluxService(app_of(None))
    outcomes = [OSError("disk"), {}, asyncio.CancelledError()]
    with patch.object(flux, "tick", side_effect=outcomes) as tick, pytest.raises(asyncio.CancelledError):
        await flux.run(interval=0)
    assert tick.await_count == 3
    assert "trying again" in caplog.text


@pytest.mark.parametrize(("alive", "word"), [(True, "up"), (False, "down")])
async def test_health_says_whether_the_database_answers(alive: bool, word: str) -> None:
    request = Mock()
    with patch.object(
        request.app.state.async_persistence,
        "ping",
        return_value=alive,
        new_callable=AsyncMock,
    ) as ping:
        assert (await check_health(request))["database"] == word
    ping.assert_awaited_once_with()
