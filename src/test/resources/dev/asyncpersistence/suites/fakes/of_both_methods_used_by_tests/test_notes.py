from notes import shout


class MemoryStore:
    def __init__(self):
        self.texts = {"a": "one"}

    def read(self, name):
        return self.texts[name]

    async def async_read(self, name):
        return self.read(name)


async def test_shout():
    store = MemoryStore()
    assert await shout(store, "a") == "ONE!"
    assert store.read("a") == "one"


def test_read():
    assert MemoryStore().read("a") == "one"
