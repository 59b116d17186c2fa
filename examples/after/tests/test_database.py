# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Creating and seeding."""

from pathlib import Path

import pytest

from game import init_db
from game.database import prepare_database
from game.persistence.sync_layer import PersistenceLayer


def test_only_an_empty_database_is_seeded(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    assert prepare_database(url) is True
    PersistenceLayer(url).adjust_player_health("wren", -10)
    assert prepare_database(url) is False
    assert PersistenceLayer(url).get_player("wren").health == 70


def test_seeded_players_have_inventories(persistence: PersistenceLayer) -> None:
    for player_id in ("isolde", "brannoch", "wren"):
        assert persistence.get_inventory(player_id).owner_id == player_id


def test_script_says_what_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'script.db'}")
    init_db.main()
    init_db.main()
    assert capsys.readouterr().out.splitlines() == ["The world was created.", "The world was there already."]
