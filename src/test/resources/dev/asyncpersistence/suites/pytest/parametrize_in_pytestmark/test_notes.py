from unittest.mock import Mock

import pytest

from notes import shout

pytestmark = pytest.mark.parametrize("end", ["!"])


class TestShout:
    pytestmark = [pytest.mark.parametrize("store", [Mock(read=Mock(return_value="one"))], ids=["mock"])]

    async def test_shout(self, store, end):
        assert await shout(store, "a") == "ONE" + end


class TestEnd:
    def test_end(self, end):
        assert end == "!"
