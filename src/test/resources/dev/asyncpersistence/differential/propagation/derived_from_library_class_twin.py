# Unchanged
import asyncio
import logging

from layer import PersistenceLayer


class Journal(logging.Handler):
    def __init__(self, db: PersistenceLayer):
        super().__init__()
        self.db = db

    def last_amount(self):
        return self.db.peek("ann")


async def show(handler: logging.Handler):
    print(handler.last_amount())


async def main():
    journal = Journal(PersistenceLayer())
    await show(journal)
    print(journal.db.log, journal.db.rows)


asyncio.run(main())
