from stock import Stock


class Shop:
    def __init__(self, stock: Stock):
        self.stock = stock

    async def bill(self, item, count):
        price = self.stock.price(item)
        return f"{self.stock.label(item)}: {price * count}"
