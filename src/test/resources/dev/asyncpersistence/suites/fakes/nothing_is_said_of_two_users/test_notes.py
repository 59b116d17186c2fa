from unittest.mock import Mock

from notes import shout, size


class MemoryStore:
    def read(self, name):
        return f"text of {name}"


async def test_fake():
    store = MemoryStore()
    assert await shout(store, "a") == "TEXT OF A!"
    assert size(store, "ab") == 10


async def test_mock():
    store = Mock(read=Mock(return_value="abc"))
    assert await shout(store, "a") == "ABC!"
    assert size(store, "a") == 3


def test_size():
    assert size(MemoryStore(), "") == 8
