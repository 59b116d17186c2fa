import asyncio
import pathlib


class NoteStore:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def read(self, name):
        return (self.folder / name).read_text()

    async def async_read(self, name):
        return await asyncio.to_thread(self.read, name)


def size(store: NoteStore, name):
    return len(store.read(name))


async def shout(store: NoteStore, name):
    text = store.read(name)
    return text.upper() + "!"
