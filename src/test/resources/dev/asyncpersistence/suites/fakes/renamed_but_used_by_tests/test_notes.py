import pytest

from notes import NoteStore, append


class MemoryStore(NoteStore):
    def __init__(self):
        self.texts = {}

    def read(self, name):
        return self.texts.get(name, "")

    def write(self, name, text):
        self.texts[name] = text


@pytest.fixture
def store():
    store = MemoryStore()
    store.write("a", "one\n")
    return store


async def test_append(store):
    await append(store, "a", "two")
    assert store.read("a") == "one\ntwo\n"


async def test_new(store):
    await append(store, "b", "first")
    assert store.texts["b"] == "first\n"


def test_store(store):
    assert store.read("a") == "one\n"
