from cars import Cars


class Garage:
    def __init__(self, cars: Cars):
        self.cars = cars

    async def sell(self, key):
        cost = self.cars.price(key)
        self.cars.mark(key)
        return cost + 10
