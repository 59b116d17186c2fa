import dice
import fighters


async def strike(attacker, defender):
    power = fighters.strength(attacker)
    armour = fighters.strength(defender)
    return power + dice.roll(6) - armour
