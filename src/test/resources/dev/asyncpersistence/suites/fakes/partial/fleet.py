from ships import Ships


class Fleet:
    def __init__(self, ships: Ships):
        self.ships = ships

    async def speed(self, keys):
        speeds = [self.ships.speed(key) for key in keys]
        return min(speeds)
