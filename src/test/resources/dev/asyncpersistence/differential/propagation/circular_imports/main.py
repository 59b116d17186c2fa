# Async: guild.Guild.wealth, member.Member.amount
import asyncio

from layer import PersistenceLayer
from guild import Guild


async def main():
    guild = Guild(PersistenceLayer())
    print(guild.wealth())
    print(guild.leader.amount())


asyncio.run(main())
