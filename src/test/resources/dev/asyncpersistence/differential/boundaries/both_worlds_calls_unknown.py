# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key, tell):
        tell("counting " + key)
        return self.db.gold(key)

    async def run(self, told):
        print(self.amount("ann", told.pop()))


def shout(text):
    print(text.upper())


bank = Bank(PersistenceLayer())
print(bank.amount("bob", [shout][0]))
asyncio.run(bank.run([shout]))
