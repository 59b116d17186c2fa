from game.heroes import strongest


def test_strongest(store, hero):
    assert hero == "ann"
    assert strongest(store) == "bob"
