from ores import Ores


class Forge:
    def __init__(self, ores: Ores):
        self.ores = ores

    async def smelt(self, key):
        amount = self.ores.amount(key)
        return self.ores.label(amount - 1)
