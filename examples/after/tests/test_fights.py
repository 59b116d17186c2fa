# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Creatures, damage, death and corpses."""

import time
from unittest.mock import AsyncMock, MagicMock, Mock, patch

import pytest

from game.container import ApplicationContainer
from game.errors import NotFound, Refused
from game.models import START_ROOM, Corpse, Npc, Player
from game.persistence.sync_layer import PersistenceLayer
from game.realtime.connections import Session
from game.realtime.events import CorpseDecayed, EventBus, NpcSlain, PlayerDied
from game.services.corpse_lifecycle_service import CorpseLifecycleService
from game.services.npc_combat_integration_service import NpcCombatIntegrationService, damage_of
from game.services.player_combat_service import PlayerCombatService
from game.services.player_death_service import PlayerDeathService, revived


@pytest.fixture
def events() -> EventBus:
    return EventBus()


@pytest.fixture
def rat() -> Npc:
    return Npc("rat", "a rat", START_ROOM, health=15, attack=2, reward=7)


@pytest.fixture
def combat(
    events: EventBus, layer: MagicMock, async_layer: AsyncMock
) -> NpcCombatIntegrationService:
    return NpcCombatIntegrationService(
        PlayerCombatService(events, layer), events, layer, async_persistence=async_layer
    )


async def test_survivor_strikes_back(
    combat: NpcCombatIntegrationService,
    layer: MagicMock,
    rat: Npc,
    pilgrim: Player,
    async_layer: AsyncMock,
) -> None:
    async_layer.get_npc.return_value = rat
    layer.get_player.return_value = pilgrim
    layer.adjust_player_health.return_value = 98
    assert "leaves you at 98" in await combat.attack("pilgrim", "rat")
    assert rat.health == 5
    async_layer.save_npc.assert_awaited_once_with(rat)
    layer.adjust_player_health.assert_called_once_with("pilgrim", -2)


async def test_slain_creature_is_removed_and_pays(
    combat: NpcCombatIntegrationService,
    events: EventBus,
    layer: MagicMock,
    rat: Npc,
    pilgrim: Player,
    async_layer: AsyncMock,
) -> None:
    rat.health = 10
    async_layer.get_npc.return_value = rat
    layer.get_player.return_value = pilgrim
    bystander = Mock(return_value=None)
    events.subscribe(NpcSlain, bystander)
    with patch.object(combat, "_reward", return_value=47) as reward:
        assert await combat.attack("pilgrim", "rat") == "You slay a rat and have 47 experience now."
    reward.assert_awaited_once_with("pilgrim", rat)
    layer.delete_npc.assert_called_once_with("rat")
    bystander.assert_called_once_with(NpcSlain("pilgrim", "a rat", START_ROOM))


async def test_reward_reaches_the_player(
    combat: NpcCombatIntegrationService,
    layer: MagicMock,
    rat: Npc,
    pilgrim: Player,
    async_layer: AsyncMock,
) -> None:
    rat.health = 1
    async_layer.get_npc.return_value = rat
    layer.get_player.return_value = pilgrim
    layer.add_experience.return_value = 12
    assert "12 experience" in await combat.attack("pilgrim", "rat")
    layer.add_experience.assert_called_once_with("pilgrim", 7)


async def test_creature_elsewhere_is_not_seen(
    combat: NpcCombatIntegrationService,
    layer: MagicMock,
    rat: Npc,
    pilgrim: Player,
    async_layer: AsyncMock,
) -> None:
    rat.room_id = "undercroft"
    async_layer.get_npc.return_value = rat
    layer.get_player.return_value = pilgrim
    with pytest.raises(Refused):
        await combat.attack("pilgrim", "rat")
    async_layer.save_npc.assert_not_called()


async def test_dead_creature_is_not_found(
    combat: NpcCombatIntegrationService, layer: MagicMock, async_layer: AsyncMock
) -> None:
    async_layer.get_npc.return_value = None
    with pytest.raises(NotFound):
        await combat.attack("pilgrim", "rat")


async def test_unknown_rooms_have_no_creatures(
    combat: NpcCombatIntegrationService, layer: MagicMock, async_layer: AsyncMock
) -> None:
    layer.get_room.return_value = None
    assert await combat.npcs_in_room("nowhere") == []
    async_layer.async_list_npcs.assert_not_called()


def test_experience_adds_damage() -> None:
    assert damage_of(Player("a", "A", experience=99)) == 10
    assert damage_of(Player("a", "A", experience=250)) == 12


@pytest.mark.parametrize(("left", "deaths"), [(1, 0), (0, 1)])
async def test_death_comes_at_zero(events: EventBus, layer: MagicMock, left: int, deaths: int) -> None:
    died = AsyncMock()
    events.subscribe(PlayerDied, died)
    layer.adjust_player_health.return_value = left
    assert await PlayerCombatService(events, layer).take_damage("pilgrim", 5) == left
    assert died.await_count == deaths


@patch.object(PersistenceLayer, "adjust_player_health", return_value=3)
async def test_damage_is_negative_healing(adjust: MagicMock, events: EventBus, persistence: PersistenceLayer) -> None:
    assert await PlayerCombatService(events, persistence).take_damage("wren", 77) == 3
    adjust.assert_called_once_with("wren", -77)


async def test_dead_player_is_saved_as_revived(
    events: EventBus, layer: MagicMock, async_layer: AsyncMock, pilgrim: Player
) -> None:
    corpses = AsyncMock(spec=CorpseLifecycleService)
    async_layer.get_player_by_id.return_value = pilgrim
    await PlayerDeathService(corpses, events, layer, async_layer).on_player_died(PlayerDied("pilgrim"))
    corpses.create_corpse.assert_awaited_once_with(pilgrim)
    async_layer.save_player.assert_awaited_once_with(revived(pilgrim))


def test_revived_players_are_whole_but_shaken() -> None:
    player = revived(Player("a", "A", room_id="undercroft", health=0, max_health=90, lucidity=15))
    assert (player.room_id, player.health, player.lucidity) == (START_ROOM, 90, 0)


async def test_death_moves_the_session_and_leaves_a_corpse(application: ApplicationContainer, wren: Session) -> None:
    await application.containers.ensure_inventory("wren")
    await application.events.publish(PlayerDied("wren"))
    assert wren.room_id == START_ROOM
    names = [container.name for container in await application.containers.list_in_room("wick-street")]
    assert names == ["corpse of Wren"]


async def test_corpse_can_be_looted_until_it_decays(application: ApplicationContainer) -> None:
    await application.positions.relocate("wren", "ember-shrine")
    await application.containers.take("wren", "shrine-chest", "oil-flask")
    corpse = await application.corpses.create_corpse(await application.users.profile("wren"))
    assert [item.id for item in await application.containers.contents(corpse.container_id)] == ["oil-flask"]
    assert await application.corpses.sweep(time.time()) == 0
    assert await application.corpses.sweep(corpse.decays_at) == 1
    with pytest.raises(NotFound):
        await application.containers.contents(corpse.container_id)


async def test_sweep_buries_and_announces(events: EventBus) -> None:
    old = [Corpse(f"c{number}", "wren", "undercroft", f"c{number}", 1.0) for number in range(2)]
    announced = AsyncMock()
    events.subscribe(CorpseDecayed, announced)
    with patch("game.services.corpse_lifecycle_service.get_persistence") as accessor:
        accessor.return_value.list_expired_corpses.return_value = old
        assert await CorpseLifecycleService(events).sweep(now=2.0) == 2
        accessor.return_value.list_expired_corpses.assert_called_once_with(2.0)
        assert [call.args for call in accessor.return_value.delete_corpse.call_args_list] == [(old[0],), (old[1],)]
    assert announced.await_count == 2
