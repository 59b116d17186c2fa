from gate import Gate
from guard import Guard


def only_ann(name):
    return name == "ann"


def is_short(name):
    return len(name) < 4


def make_guard(is_admin):
    guard = Guard(None)
    guard.is_admin = is_admin
    guard.salute = lambda name: name.upper()
    return guard


async def test_admin():
    guard = Guard(None)
    guard.is_admin = only_ann
    assert await Gate(guard).enter("ann") == "sir ann"
    assert await Gate(guard).enter("bob") == "halt"


async def test_made():
    assert await Gate(make_guard(lambda name: True)).enter("eve") == "EVE"
    assert await Gate(make_guard(lambda name: False)).enter("eve") == "halt"


async def test_nested():
    asked = []

    def is_admin(name):
        asked.append(name)
        return True

    assert await Gate(make_guard(is_admin)).enter("bob") == "BOB"
    assert asked == ["bob"]


def test_is_short():
    assert is_short("ann")
