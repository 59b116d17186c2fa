from ledger import Ledger


class Bank:
    def __init__(self, ledger: Ledger):
        self.ledger = ledger

    async def statement(self, key):
        balance = self.ledger.balance(key)
        self.ledger.note(key)
        return f"{self.ledger.currency()} {balance}"
