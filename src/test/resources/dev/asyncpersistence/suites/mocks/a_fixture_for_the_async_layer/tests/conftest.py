from unittest.mock import AsyncMock, Mock

import pytest

from pair import AsyncPersistenceLayer, PersistenceLayer


@pytest.fixture
def mock_persistence():
    return Mock(spec=PersistenceLayer)


@pytest.fixture
def mock_async_persistence():
    return AsyncMock(spec=AsyncPersistenceLayer)
