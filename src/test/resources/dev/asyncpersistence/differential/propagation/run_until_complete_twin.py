# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def worth(self, key):
        return self.amount(key) * 10

    async def run(self, key):
        return self.db.peek(key)


bank = Bank(PersistenceLayer())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(bank.run("ann")))
print(bank.worth("bob"))
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
