# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def collect(self, key, found):
        found.append(self.db.gold(key))

    def audit(self):
        found = []
        self.collect("bob", found)
        print("audit", found)

    async def run(self):
        found = [0]
        self.collect("ann", found)
        print("handler", found)
        thread = threading.Thread(target=self.audit)
        thread.start()
        await asyncio.to_thread(thread.join)


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
