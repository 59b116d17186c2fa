import pytest


class FakeSwimmers:
    def __init__(self, speeds):
        self.speeds = speeds
        self.asked = 0

    def speed(self, key):
        self.asked += 1
        return self.speeds[key]


@pytest.fixture
def swimmers():
    yield FakeSwimmers({"ann": 1, "bob": 2})


@pytest.fixture
def make_swimmers():
    made = []

    def make(**speeds):
        made.append(FakeSwimmers(speeds))
        return made[-1]

    yield make
    assert all(each.asked == 2 for each in made)
