from shop.store import ItemStore


def discount(price):
    return price * 9 // 10


class Shop:
    def __init__(self, store: ItemStore):
        self.store = store

    def price(self, name):
        item = self.store.get(name)
        return discount(item["price"])

    def restock(self, name, price):
        self.store.put(name, {"price": price})

    async def bill(self, *names):
        return sum([self.price(name) for name in names])

    async def open(self):
        self.restock("rope", 10)
