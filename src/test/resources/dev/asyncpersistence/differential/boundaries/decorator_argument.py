# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


def label(text):
    def mark(function):
        function.label = text
        return function

    return mark


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def name(self, key):
        return self.db.load(key)["name"]

    async def run(self):
        @label(self.name("ann"))
        def show():
            return "shown"

        print(show(), show.label)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
