# Lifted: Bank.close
# Left: CALLBACK 1
# Still blocks: 1
import asyncio
import contextlib

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def close(self):
        self.db.save("state", "closed")


async def main():
    db = PersistenceLayer()
    Bank(db).close()
    with contextlib.closing(Bank(db)) as bank:
        print(bank.db is db)
    print(db.rows)


asyncio.run(main())
