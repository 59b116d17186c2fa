import pytest

from layer import PersistenceLayer
from ranks import by_gold, by_name, doubled, plain, rank


@pytest.mark.parametrize("measure, expected", [(by_gold, 7), (by_name, 3)])
def test_measures(measure, expected):
    assert measure(PersistenceLayer(), "bob") == expected


@pytest.mark.parametrize("scale, expected", [(plain, 5), (doubled, 10)])
def test_scales(scale, expected):
    assert scale(5) == expected


@pytest.mark.asyncio
async def test_rank():
    assert await rank(PersistenceLayer(), "ann") == 13
