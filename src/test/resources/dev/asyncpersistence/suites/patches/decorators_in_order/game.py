import treasury


async def win(key):
    gold = treasury.gold_of(key)
    bonus = treasury.roll(6)
    return gold + bonus
