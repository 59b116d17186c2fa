import pytest

from fleet import ships
from layer import PersistenceLayer

pytestmark = pytest.mark.sea


class TestShips:
    pytestmark = [pytest.mark.slow]

    @pytest.mark.filterwarnings("error")
    def test_first(self):
        assert ships(PersistenceLayer())[0] == "Ann"

    def test_empty(self):
        assert [] == []
