# Async: Journal.flush, Journal.write
import asyncio

from layer import PersistenceLayer


class Journal:
    def __init__(self, db: PersistenceLayer, out):
        self.db = db
        self.out = out

    def write(self, text):
        self.db.save("last", text)

    def flush(self):
        self.db.save("flushed", True)

    async def run(self):
        self.write("begin")
        self.flush()
        print("through print", end="", file=self.out, flush=True)


async def main():
    journal = Journal(PersistenceLayer(), None)
    await journal.run()
    print(journal.db.rows)


asyncio.run(main())
