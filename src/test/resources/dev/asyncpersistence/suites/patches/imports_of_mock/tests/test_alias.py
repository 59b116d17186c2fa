import unittest.mock as um

import scale


async def test_alias():
    weight_of = um.Mock(return_value=2)
    with um.patch("scale.weights.weight_of", weight_of):
        assert await scale.weigh("a") == 4
    weight_of.assert_called_once_with("a")


async def test_aliased_patch():
    with um.patch.object(scale.weights, "rounded", um.Mock(return_value=0)) as rounded:
        assert await scale.weigh("ann") == 0
    rounded.assert_called_once_with(10)
