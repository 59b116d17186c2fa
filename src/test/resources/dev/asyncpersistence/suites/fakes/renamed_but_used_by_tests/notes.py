import asyncio
import pathlib


class NoteStore:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def read(self, name):
        return (self.folder / name).read_text()

    def write(self, name, text):
        (self.folder / name).write_text(text)

    async def async_read(self, name):
        return await asyncio.to_thread(self.read, name)

    async def async_write(self, name, text):
        await asyncio.to_thread(self.write, name, text)


async def append(store: NoteStore, name, line):
    text = store.read(name)
    store.write(name, text + line + "\n")
