from toll import Toll


class Gate:
    def __init__(self, toll: Toll):
        self.toll = toll

    async def state(self, key):
        paid = self.toll.has_paid(key)
        return self.toll.greet(key), "open" if paid else "shut"
