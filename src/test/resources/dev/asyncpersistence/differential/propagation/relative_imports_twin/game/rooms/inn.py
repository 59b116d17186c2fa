from layer import PersistenceLayer

from .. import purse
from ..purse import amount


class Inn:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def bill(self, key):
        return amount(self.db, key) + purse.amount(self.db, "bob")

    async def run(self):
        print(self.bill("ann"), self.bill("bob"))
