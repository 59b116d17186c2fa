from well import Well


class Pump:
    def __init__(self, well: Well, gauge):
        self.well = well
        self.gauge = gauge

    async def draw(self, key, count):
        for _ in range(count):
            level = self.well.lower(key)
            self.gauge(level)
