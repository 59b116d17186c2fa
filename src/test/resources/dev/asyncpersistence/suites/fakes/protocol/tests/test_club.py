from doubles import FixedClock, FixedMembers

from main import make_club
from ports import Club


async def test_member():
    club = Club(FixedMembers("ann"), FixedClock(21))
    assert await club.enter("ann") == "welcome"
    assert await club.enter("bob") == "sorry"


async def test_closed():
    assert await Club(FixedMembers("ann"), FixedClock(19)).enter("ann") == "closed"


async def test_for_real():
    assert await make_club(FixedClock(22)).enter("bob") == "welcome"
