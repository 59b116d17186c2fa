# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The blocking layer on a real database."""

from dataclasses import replace

import pytest

from game.errors import NotFound, StaleItem
from game.models import Container, ContainerKind, Corpse, Item, Player, WornContainer, new_inventory
from game.persistence.dialect import placeholders, sqlite_path
from game.persistence.sync_layer import PersistenceLayer, get_persistence, set_persistence


def test_accessor_opens_one_layer_until_it_is_replaced(persistence: PersistenceLayer, database_url: str) -> None:
    assert get_persistence() is persistence
    other = PersistenceLayer(database_url)
    set_persistence(other)
    assert get_persistence() is other


def test_rooms_are_served_from_memory(persistence: PersistenceLayer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persistence, "_connect", None)
    assert persistence.get_room("undercroft").light == 1
    assert persistence.get_room("nowhere") is None
    assert len(persistence.list_rooms()) == 12


def test_every_exit_leads_to_a_room(persistence: PersistenceLayer) -> None:
    for room in persistence.list_rooms():
        for target in room.exits.values():
            assert persistence.get_room(target) is not None


def test_saved_player_comes_back_unchanged(persistence: PersistenceLayer) -> None:
    tamsin = Player("tamsin", "Tamsin", lucidity=77, is_admin=True, last_seen=12.5)
    persistence.save_player(tamsin)
    assert persistence.get_player("tamsin") == tamsin
    persistence.save_player(replace(tamsin, experience=3))
    assert persistence.get_player("tamsin").experience == 3


def test_unknown_player_is_not_found(persistence: PersistenceLayer) -> None:
    with pytest.raises(NotFound):
        persistence.get_player("nobody")
    assert persistence.get_player_by_name("nobody") is None
    assert persistence.update_player_room("nobody", "undercroft") is False


def test_names_ignore_case(persistence: PersistenceLayer) -> None:
    assert persistence.get_player_by_name("wREN").id == "wren"
    assert persistence.is_name_barred("Keeper")
    assert not persistence.is_name_barred("Wren")


@pytest.mark.parametrize(("delta", "expected"), [(-30, 50), (-500, 0), (500, 100)])
def test_health_stays_between_zero_and_maximum(persistence: PersistenceLayer, delta: int, expected: int) -> None:
    assert persistence.adjust_player_health("wren", delta) == expected


def test_lucidity_of_many_players_changes_at_once(persistence: PersistenceLayer) -> None:
    assert persistence.apply_lucidity_deltas({"wren": -5, "isolde": 5, "nobody": 1}) == {"wren": 95, "isolde": 100}


def test_experience_adds_up(persistence: PersistenceLayer) -> None:
    assert persistence.add_experience("wren", 5) == 45
    assert persistence.add_experience("wren", 5) == 50


def test_item_moves_only_from_where_it_is(persistence: PersistenceLayer) -> None:
    persistence.save_container(Container("box", ContainerKind.ENVIRONMENT, "box", 2), [Item("nail", "nail", "box")])
    persistence.move_item("nail", "box", "inventory-wren")
    assert persistence.get_item("nail").container_id == "inventory-wren"
    with pytest.raises(StaleItem):
        persistence.move_item("nail", "box", "inventory-isolde")


def test_saving_a_container_again_leaves_its_items_alone(persistence: PersistenceLayer) -> None:
    box = Container("box", ContainerKind.ENVIRONMENT, "box", 2)
    persistence.save_container(box, [Item("nail", "nail", "box")])
    persistence.move_item("nail", "box", "inventory-wren")
    persistence.save_container(replace(box, locked=True), [Item("nail", "nail", "box")])
    assert persistence.get_container("box").locked
    assert persistence.count_items("box") == 0


def test_history_is_newest_first(persistence: PersistenceLayer) -> None:
    for action in ("opened", "locked", "unlocked"):
        persistence.log_container_event("box", "wren", action)
    assert [event.action for event in persistence.list_container_events("box", 2)] == ["unlocked", "locked"]


def test_worn_item_leaves_the_inventory_and_comes_back(persistence: PersistenceLayer) -> None:
    persistence.save_container(new_inventory("wren"), [Item("sack", "sack", "inventory-wren", "back", 2)])
    worn = WornContainer("wren", "back", "sack", "worn-sack")
    persistence.save_worn(worn)
    assert persistence.get_worn("wren", "back") == worn
    assert persistence.count_items("inventory-wren") == 0
    persistence.delete_worn(worn)
    assert persistence.list_worn("wren") == []
    assert persistence.list_items("inventory-wren")[0].id == "sack"


def test_corpse_takes_over_the_inventory_and_takes_it_to_the_grave(persistence: PersistenceLayer) -> None:
    persistence.save_container(new_inventory("wren"), [Item("sack", "sack", "inventory-wren")])
    corpse = Corpse("corpse-1", "wren", "undercroft", "corpse-1", decays_at=100.0)
    persistence.save_corpse(corpse)
    assert persistence.get_item("sack").container_id == "corpse-1"
    assert persistence.list_expired_corpses(99.0) == []
    assert persistence.list_expired_corpses(100.0) == [corpse]
    persistence.delete_corpse(corpse)
    assert persistence.get_item("sack") is None


def test_failed_transaction_changes_nothing(persistence: PersistenceLayer) -> None:
    worn = WornContainer("wren", "back", "sack", "worn-sack")
    persistence.save_worn(worn)
    persistence.save_container(new_inventory("wren"), [Item("cape", "cape", "inventory-wren", "back", 2)])
    with pytest.raises(Exception, match="UNIQUE"):
        persistence.save_worn(replace(worn, item_id="cape"))
    assert persistence.get_item("cape").container_id == "inventory-wren"


def test_urls_and_placeholders() -> None:
    assert sqlite_path("sqlite:///a/b.db") == "a/b.db"
    assert sqlite_path("sqlite:////a/b.db") == "/a/b.db"
    assert placeholders("x = ?", "postgresql://db/game") == "x = %s"
    with pytest.raises(ValueError, match="DATABASE_URL"):
        sqlite_path("mysql://db/game")
