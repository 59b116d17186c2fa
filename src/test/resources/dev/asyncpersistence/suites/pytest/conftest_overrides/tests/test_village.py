from game.heroes import duel, strongest


def test_strongest(store, hero):
    assert strongest(store) == hero


async def test_duel(store, hero):
    assert await duel(store, "eve") == hero
