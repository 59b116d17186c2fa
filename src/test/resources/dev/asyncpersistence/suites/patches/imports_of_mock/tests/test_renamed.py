from unittest.mock import Mock as M, patch as p

import scale


async def test_renamed():
    weight_of = M(return_value=5)
    with p("scale.weights.weight_of", weight_of):
        assert await scale.weigh("d") == 10
    weight_of.assert_called_once()
