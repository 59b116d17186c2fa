from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot import Bot


class Economy:
    def __init__(self, bot: Bot):
        self.bot = bot

    async def gold(self, key: str) -> int:
        return self.bot.db.gold(key)


async def setup(bot: Bot):
    await bot.add_cog(Economy(bot))
