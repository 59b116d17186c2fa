from door import Door
from keys import Keys
from layer import PersistenceLayer


class Spy:
    """Hands on what is called, and notes it."""

    def __init__(self, target):
        self._target = target
        self.names = []

    def __getattr__(self, name):
        self.names.append(name)
        return getattr(self._target, name)


async def test_spied():
    spy = Spy(Keys(PersistenceLayer()))
    assert await Door(spy).knock("ann") == "come in"
    assert await Door(spy).knock("eve") == "go away"
    assert spy.names == ["fits", "fits"]


def test_count():
    spy = Spy(Keys(None))
    assert spy.count() == 3
    assert spy.names == ["count"]
