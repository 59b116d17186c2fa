from inventory.store import BagStore


class Bags:
    def __init__(self, store: BagStore):
        self.store = store

    async def empty(self, owner):
        items = self.store.items(owner)
        for item in items:
            self.store.drop(owner, item)
        return self.store.slots() - len(items)
