import pytest

from layer import PersistenceLayer


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.fixture
def db():
    return PersistenceLayer()
