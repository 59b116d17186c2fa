import unittest

from layer import PersistenceLayer
from locks import Locks


class LocksTest(unittest.TestCase):
    def setUp(self):
        self.locks = Locks(PersistenceLayer())

    def test_callable(self):
        self.assertRaises(RuntimeError, self.locks.unlock, "bob")
        self.assertRaises(RuntimeError, self.locks.unlock, "ann", strength=4)

    def test_context(self):
        with self.assertRaises(RuntimeError) as caught:
            self.locks.unlock("bob", 6)
        self.assertEqual(str(caught.exception), "stuck")
        with self.assertRaisesRegex(RuntimeError, "^stuck$"):
            self.locks.unlock("bob")

    def test_turn(self):
        self.assertRaises(ValueError, self.locks.turn, 4)

    def test_regex(self):
        self.assertRaisesRegex(KeyError, "eve", self.locks.unlock, "eve")

    def test_unlocks(self):
        self.assertEqual(self.locks.unlock("bob", 7), 7)
