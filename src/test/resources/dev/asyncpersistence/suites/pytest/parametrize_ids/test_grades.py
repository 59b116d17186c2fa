import pytest

from grades import grade, grade_all
from layer import PersistenceLayer

CASES = {"poor ann": ("ann", 0, "poor"), "rich ann": ("ann", 1, "good"), "bob": ("bob", 0, "good")}


@pytest.mark.parametrize("key, bonus, expected", CASES.values(), ids=CASES.keys())
def test_grade(key, bonus, expected):
    assert grade(PersistenceLayer(), key, bonus) == expected


@pytest.mark.parametrize("key", ["ann", "bob"], ids=lambda key: key.upper())
@pytest.mark.parametrize("bonus", [10, 20], ids="+{}".format)
def test_bonus(key, bonus):
    assert grade(PersistenceLayer(), key, bonus=bonus) == "good"


@pytest.mark.asyncio
async def test_all():
    assert await grade_all(PersistenceLayer()) == ["poor", "good"]
