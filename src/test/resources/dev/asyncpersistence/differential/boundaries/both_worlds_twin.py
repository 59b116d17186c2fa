# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    def audit(self):
        print("audit", self.amount("bob"))

    async def run(self):
        print("handler", self.amount("ann"))
        thread = threading.Thread(target=self.audit)
        thread.start()
        await asyncio.to_thread(thread.join)


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
