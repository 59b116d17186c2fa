from crew import Crew
from layer import PersistenceLayer

crew = Crew(PersistenceLayer())


def test_all():
    assert all(crew.has(key) for key in ["ann", "bob"])
    assert not any(crew.has(key) for key in ["eve"])


def test_list():
    assert [crew.gold(key) for key in ("ann", "bob")] == [5, 7], "not the gold"


def test_message():
    assert crew.size() == 2, f"not {crew.size()}"


def test_sorted():
    assert sorted(["bob", "ann"], key=lambda key: crew.gold(key)) == ["ann", "bob"]


def test_chain():
    assert 4 < crew.gold("ann") < crew.gold("bob")


async def test_share():
    assert await crew.share() == 6
