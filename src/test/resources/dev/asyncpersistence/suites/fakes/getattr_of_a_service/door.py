from keys import Keys


class Door:
    def __init__(self, keys: Keys):
        self.keys = keys

    async def knock(self, key):
        return "come in" if self.keys.fits(key) else "go away"
