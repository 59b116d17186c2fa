class Profile:
    def __init__(self, bot: "Bot"):
        self.bot = bot
        self.db = bot.db

    async def load(self, key):
        return self.db.load(key)


async def setup(bot):
    await bot.add_cog(Profile(bot))
