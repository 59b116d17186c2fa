# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.rows[key]["gold"]

    def safe_amount(self, key):
        try:
            return self.amount(key)
        except KeyError as e:
            print("no such hero", e)
            return -1
        finally:
            print("counted", key)

    async def run(self):
        print(self.safe_amount("ann"), self.safe_amount("eve"))
        try:
            self.amount("zoe")
        except KeyError as e:
            print("missing", e, self.amount("bob"))
        else:
            print("found")
        finally:
            print("finally", self.amount("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
