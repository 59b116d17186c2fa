from gate import Gate


class FakeStore:
    level = 1

    def get_player(self, player_id):
        return {"level": self.level}


class High(FakeStore):
    level = 4


class Low(FakeStore):
    pass


async def test_high():
    assert await Gate(High()).state(1) == "open"


async def test_low():
    assert await Gate(Low()).state(1) == "shut"
