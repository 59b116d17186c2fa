import fighters


async def fight(one, other):
    power = fighters.power(one)
    enemy = fighters.power(other)
    fighters.note(one)
    return fighters.shout(one) if power > enemy else fighters.shout(other)
