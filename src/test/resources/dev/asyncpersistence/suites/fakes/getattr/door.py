from keys import Keys


class Door:
    def __init__(self, keys: Keys, bell):
        self.keys = keys
        self.bell = bell

    async def knock(self, key):
        fits = self.keys.fits(key)
        self.bell.ring("twice")
        return "come in" if fits else "go away"
