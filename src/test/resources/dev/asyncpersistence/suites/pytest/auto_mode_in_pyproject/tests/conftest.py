import json

import pytest

from game.repo import RoomRepo


@pytest.fixture
def repo(tmp_path):
    (tmp_path / "rooms.json").write_text(json.dumps([{"name": "cellar"}, {"name": "attic"}]))
    return RoomRepo(tmp_path)
