# Left: CONTEXT_MANAGER 1
# Still blocks: 3
# Unchanged
import asyncio
import contextlib

from layer import PersistenceLayer


class Session:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("open", self.name)
        return self.name.upper()

    def __exit__(self, *error):
        print("close", self.name)


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @contextlib.contextmanager
    def session(self, key):
        with Session(self.db.load(key)["name"]) as name:
            yield name

    async def run(self):
        with self.session("ann") as name, self.session("bob"):
            print("inside", name)
        with self.session("bob") as name:
            print("again", name)


async def main():
    guild = Guild(PersistenceLayer())
    await guild.run()
    print(guild.db.log, guild.db.rows)


asyncio.run(main())
