from unittest.mock import patch

import levels


class FakeStore:
    def get_player(self, player_id):
        return {"id": player_id, "level": 3}

    def save_player(self, player):
        assert player == {"id": 1, "level": 4}


async def test_level_up():
    with patch("store.get_store", return_value=FakeStore()):
        assert await levels.level_up(1) == 4
