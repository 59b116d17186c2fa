import unittest.mock

import scale


async def test_import():
    weight_of = unittest.mock.Mock(side_effect=[1.2])
    with unittest.mock.patch("weights.weight_of", new=weight_of):
        assert await scale.weigh("c") == 2
    weight_of.assert_called_once_with("c")
