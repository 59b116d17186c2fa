# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.peek(key)


class Vault(Bank):
    def amount(self, key):
        return super(Vault, self).amount(key)

    async def run(self):
        print(self.amount("ann"), super(Vault, self).amount("bob"))


async def main():
    vault = Vault(PersistenceLayer())
    await vault.run()
    print(vault.db.log, vault.db.rows)


asyncio.run(main())
