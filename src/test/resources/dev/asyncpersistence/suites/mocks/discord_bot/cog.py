from economy import Economy


class Shop:
    def __init__(self, bot, economy: Economy):
        self.bot = bot
        self.economy = economy

    async def buy(self, ctx, item, price: int):
        if not self.economy.pay(ctx.author.id, price):
            await ctx.send("you can't afford that")
            return
        self.bot.log(f"{ctx.author} bought {item}")
        await ctx.send(f"enjoy your {item}")

    async def on_member_join(self, member):
        self.economy.open_account(member.id)
        await member.send("welcome")
