import os
from unittest.mock import patch

import config


@patch.dict(config.LIMITS, {"gold": 4})
async def test_ann():
    assert await config.is_rich("ann")


async def test_bob():
    with patch.dict("config.LIMITS", gold=7):
        assert not await config.is_rich("bob")
    assert await config.is_rich("bob")


@patch.dict(os.environ, {"WEALTH": "1"}, clear=True)
def test_environment():
    assert dict(os.environ) == {"WEALTH": "1"}
