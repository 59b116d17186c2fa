# Async: Session.open, Session.close
import asyncio

from layer import PersistenceLayer


class Session:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def open(self):
        return self.db.gold("ann")

    def close(self, *error):
        self.db.save("ann", {"gold": 0})


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        session = Session(self.db)
        print("inside", session.open())
        session.close("no error")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
