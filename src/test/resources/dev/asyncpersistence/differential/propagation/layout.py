# Async: Bank.amount, Bank.deposit
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    # How much
    # is left.

    def amount(  # the reader
        self,
        key,  # whose
    ):  # of the account
        """Says self.amount("ann")."""
        return (
            # straight from the layer
            self.db.gold(key)
        )

    def deposit(self, key, gold): self.db.save(key, {"name": key, "gold": gold}); return gold + 1

    async def run(self):
        print(
            self.amount(  # the first
                "ann",
                # the end
            ),
            self
                .amount("bob"),
        )
        total = self.amount("ann") \
            + self.deposit("bob", 3); print(total, self.amount("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
