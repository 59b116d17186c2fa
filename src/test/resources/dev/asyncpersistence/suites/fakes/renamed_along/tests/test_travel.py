from game.travel import Travel


class FakeStore:
    def __init__(self, **players):
        self.players = players
        self.saved = []

    def get_player(self, name):
        return self.players.get(name)

    def save_player(self, name, player):
        self.players[name] = player
        self.saved.append(name)


async def test_go():
    store = FakeStore(ann={"room": "hall"})
    assert await Travel(store).go("ann", "Attic") == "attic"
    assert store.players == {"ann": {"room": "attic"}}
    assert store.saved == ["ann"]


async def test_nobody():
    store = FakeStore()
    assert await Travel(store).go("eve", "x") is None
    assert not store.saved
