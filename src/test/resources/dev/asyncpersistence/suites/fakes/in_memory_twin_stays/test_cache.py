from unittest.mock import Mock

from cache import NameCache, Names
from layer import PersistenceLayer


class FullCache:
    def get(self, key):
        return "cached " + key


class NotingCache(NameCache):
    def put(self, key, name):
        super().put(key, name)
        self.last = key


async def test_cached():
    assert await Names(None, FullCache()).name("ann") == "cached ann"


async def test_not_cached():
    cache = NotingCache()
    assert await Names(PersistenceLayer(), cache).name("ann") == "Ann"
    assert cache.last == "ann"
    assert cache.get("ann") == "Ann"


async def test_mocked():
    cache = Mock()
    cache.get.return_value = None
    assert await Names(PersistenceLayer(), cache).name("bob") == "Bob"
    cache.get.assert_called_once_with("bob")
    cache.put.assert_called_once_with("bob", "Bob")
