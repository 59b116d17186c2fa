from cargo import Cargo, weigh


class Ship:
    def __init__(self, cargo: Cargo, scale=weigh):
        self.cargo = cargo
        self.scale = scale

    async def load(self, key, count=1):
        free = self.cargo.free(key)
        self.cargo.tick()
        return free - count
