from unittest import mock

import scale


@mock.patch.object(scale.weights, "weight_of", mock.MagicMock(return_value=3))
async def test_from():
    assert await scale.weigh("b") == 6
