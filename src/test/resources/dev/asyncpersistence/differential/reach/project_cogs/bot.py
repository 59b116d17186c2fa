from pair import get_persistence


class Bot:
    def __init__(self):
        self.db = get_persistence()
        self.cogs = {}

    async def add_cog(self, cog):
        self.cogs[type(cog).__name__] = cog
