import pytest

from bell import Bell
from layer import PersistenceLayer


@pytest.fixture(scope="session")
def years():
    return [1, 2, 3]


@pytest.fixture
def bell():
    db = PersistenceLayer()
    db.save("eve", {"gold": 1})
    assert db.gold("eve") == 1
    return Bell(db)
