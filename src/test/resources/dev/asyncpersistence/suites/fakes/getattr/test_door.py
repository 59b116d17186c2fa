from door import Door


class Recorder:
    """Takes whatever is called."""

    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        def call(*args):
            self.calls.append((name, *args))

        return call


class FakeKeys:
    def __init__(self, *fitting):
        self.fitting = fitting

    def fits(self, key):
        return key in self.fitting


async def test_knock():
    bell = Recorder()
    assert await Door(FakeKeys("ann"), bell).knock("ann") == "come in"
    assert bell.calls == [("ring", "twice")]


async def test_stranger():
    assert await Door(FakeKeys(), Recorder()).knock("eve") == "go away"
