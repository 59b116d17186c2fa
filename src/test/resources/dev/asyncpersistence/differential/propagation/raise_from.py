# Async: Bank.refusal, Bank.cause
import asyncio

from layer import PersistenceLayer


class BankError(Exception):
    pass


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def refusal(self, key):
        return BankError(key, self.db.gold(key))

    def cause(self):
        return ValueError(self.db.names())

    async def run(self):
        try:
            raise self.refusal("ann") from self.cause()
        except BankError as e:
            print(e, repr(e.__cause__))
        try:
            raise self.refusal("eve") from self.cause()
        except KeyError as e:
            print("lost", e, e.__cause__)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
