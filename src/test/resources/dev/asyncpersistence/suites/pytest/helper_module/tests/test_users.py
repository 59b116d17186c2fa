from support import Check, empty, with_users

from app.users import karma_of, thank


def test_karma(tmp_path):
    db = with_users(tmp_path, ann=3, bob=0)
    Check(db).karma("ann", 3)


def test_nobody(tmp_path):
    assert karma_of(empty(tmp_path), "eve") is None


async def test_thank(tmp_path):
    db = with_users(tmp_path, ann=1)
    await thank(db, "ann")
    await thank(db, "eve")
    check = Check(db)
    check.karma("ann", 2)
    check.karma("eve", 1)
