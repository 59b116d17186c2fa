# Left: EXTERNAL_BASE 1
# Still blocks: 1
# Unchanged
import asyncio
import logging

from layer import PersistenceLayer


class Journal(logging.Handler):
    def __init__(self, db: PersistenceLayer):
        super().__init__()
        self.db = db

    def emit(self, record):
        self.db.save("log", record.getMessage())


async def main():
    db = PersistenceLayer()
    logger = logging.getLogger("game")
    logger.addHandler(Journal(db))
    logger.warning("the dragon wakes")
    print(db.peek("log")[0])


asyncio.run(main())
