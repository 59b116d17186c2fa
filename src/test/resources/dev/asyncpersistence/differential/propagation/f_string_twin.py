# Unchanged
import asyncio

from layer import PersistenceLayer


class Sign:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.peek(key)[0]["gold"]

    def name(self, key):
        return self.db.peek(key)[0]["name"]

    async def run(self):
        key = "ann"
        print(f"{self.name(key)!r:>8} has {self.amount(key):03d} {{self.amount(key)}}")
        print(f"{self.name('bob').upper()}" f'|{self.amount("bob") + 1}|' "self.amount(key)")


async def main():
    sign = Sign(PersistenceLayer())
    await sign.run()
    print(sign.db.log, sign.db.rows)


asyncio.run(main())
