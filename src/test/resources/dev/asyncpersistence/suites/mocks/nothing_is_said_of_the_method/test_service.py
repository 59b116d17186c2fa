from unittest.mock import Mock

from service import Service


class Fake:
    def load(self, key):
        return key


async def test_mock():
    persistence = Mock()
    assert await Service(persistence).greet("ann") == "hello ann"


async def test_at_once():
    assert await Service(Mock(load=Mock(return_value=None))).greet("ann") == "who are you?"


async def test_fake():
    assert await Service(Fake()).greet("ann") == "hello ann"
