# Unchanged
import asyncio

from layer import PersistenceLayer


class Gate:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def visitor(self, key):
        return self.db.rows[key]

    def allows(self, gold):
        return self.db.rows["ann"]["gold"] < gold

    async def run(self):
        for key in ["ann", "bob"]:
            match self.visitor(key):
                case {"name": name, "gold": gold} if self.allows(gold):
                    print("enter", name, gold)
                case {"name": name}:
                    print("wait", name)


async def main():
    gate = Gate(PersistenceLayer())
    await gate.run()
    print(gate.db.log, gate.db.rows)


asyncio.run(main())
