# Async: Bank.on_done
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def on_done(self, task):
        print("done", task.result(), self.db.gold("ann"))

    async def work(self):
        return 3

    async def run(self):
        task = asyncio.create_task(self.work())
        await task
        self.on_done(task)
        await asyncio.sleep(0)
        print("end")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
