# Async: Journal.write_down
import asyncio
import logging

from layer import PersistenceLayer


class Journal(logging.Handler):
    def __init__(self, db: PersistenceLayer):
        super().__init__()
        self.db = db

    def emit(self, record):
        print("emitted", record.getMessage())

    def write_down(self, text):
        self.db.save("log", text)


async def main():
    db = PersistenceLayer()
    logger = logging.getLogger("game")
    journal = Journal(db)
    logger.addHandler(journal)
    logger.warning("the dragon wakes")
    journal.write_down("the dragon sleeps")
    print(db.peek("log")[0])


asyncio.run(main())
