from doors import Door


class FakeRights:
    def __init__(self, guests):
        self.guests = guests
        self.asked = []

    def may_enter(self, key):
        self.asked.append(key)
        return key in self.guests

    def name_of(self, key):
        return key


async def test_guest():
    rights = FakeRights({"ann"})
    assert await Door(rights).knock("ann") == "come in, ann"
    assert rights.asked == ["ann"]


async def test_stranger():
    assert await Door(FakeRights(())).knock("eve") == "go away"


def test_fake():
    assert FakeRights(["x"]).name_of("x") == "x"
