# Awaits: self.async_db.load, self.bot.async_db.gold
# After: self.async_db = get_async_persistence()
# After: self.async_db = bot.async_db
# Gone: get_persistence
"""A bot's cogs reach its layer."""
import asyncio

from bot import Bot
from cogs import economy, profile


async def main():
    bot = Bot()
    await economy.setup(bot)
    await profile.setup(bot)
    print(await bot.cogs["Economy"].gold("ann"), await bot.cogs["Profile"].load("bob"))


asyncio.run(main())
