from unittest.mock import Mock

from game import Game


def find(self, player_id):
    return self.players.get(player_id)


async def test_object():
    save = Mock()
    fake = type("FakeStore", (), {"players": {"ann": {"room": "hall"}}, "get_player": find, "save_player": save})()
    game = Game(fake)
    assert await game.where("ann") == "hall"
    assert await game.where("eve") == "nowhere"
    assert await game.rest({"name": "ann"}) == "zzz"
    save.assert_called_once_with({"name": "ann"})


async def test_class():
    Fake = type("FakeStore", (), {"get_player": find, "players": {"bob": {"room": "loft"}}})
    assert await Game(Fake()).where("bob") == "loft"
