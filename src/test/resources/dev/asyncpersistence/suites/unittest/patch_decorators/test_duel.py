import unittest
from unittest.mock import patch

import duel


@patch("duel.dice.roll", return_value=3)
class DuelTest(unittest.IsolatedAsyncioTestCase):
    @patch("duel.fighters.strength")
    async def test_strike(self, strength, roll):
        strength.side_effect = [10, 4]
        self.assertEqual(await duel.strike("a", "b"), 9)
        strength.assert_any_call("a")
        roll.assert_called_once_with(6)

    async def test_for_real(self, roll):
        self.assertEqual(await duel.strike("bob", "ann"), 5)
        self.assertEqual(roll.call_count, 1)


@patch("duel.fighters.strength", new=lambda key: len(key))
class NamesTest(unittest.IsolatedAsyncioTestCase):
    @patch("duel.dice.roll", new=lambda sides: sides)
    async def test_strike(self):
        self.assertEqual(await duel.strike("giant", "elf"), 8)
