import unittest
from unittest import mock

import pytest

import game


@pytest.mark.asyncio
@mock.patch("treasury.roll", return_value=4)
@mock.patch("treasury.gold_of", return_value=10)
async def test_win(gold_of, roll):
    assert await game.win("ann") == 14
    gold_of.assert_called_once_with("ann")
    roll.assert_called_once_with(6)


@mock.patch("treasury.roll", new=lambda sides: 1)
@mock.patch.object(game.treasury, "gold_of")
class GameTest(unittest.IsolatedAsyncioTestCase):
    async def test_win(self, gold_of):
        gold_of.return_value = 2
        self.assertEqual(await game.win("bob"), 3)
