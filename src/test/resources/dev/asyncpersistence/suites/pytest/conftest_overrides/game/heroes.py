from game.store import HeroStore


def recruit(store: HeroStore, name, level=1):
    heroes = store.read()
    heroes[name] = level
    store.write(heroes)
    return name


def strongest(store: HeroStore):
    heroes = store.read()
    return max(heroes, key=heroes.get)


async def duel(store: HeroStore, name):
    recruit(store, name)
    return strongest(store)
