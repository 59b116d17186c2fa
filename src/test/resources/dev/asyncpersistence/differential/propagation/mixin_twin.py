# Unchanged
import asyncio

from layer import PersistenceLayer


class PurseMixin:
    db: PersistenceLayer

    def amount(self, key):
        return self.db.peek(key)

    def describe(self, key):
        return self.label + ":" + str(self.amount(key))


class Inn(PurseMixin):
    label = "inn"

    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.describe("ann"), self.amount("bob"))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
