import unittest

from layer import PersistenceLayer
from mill import flour, water


class FlourChecks:
    key = ""
    expected = 0

    def test_flour(self):
        self.assertEqual(flour(PersistenceLayer(), self.key), self.expected)


class AnnTest(FlourChecks, unittest.TestCase):
    key = "ann"
    expected = 10


class BobTest(FlourChecks, unittest.TestCase):
    key = "bob"
    expected = 14


class WaterChecks:
    def test_water(self):
        self.assertEqual(water(), 1)


class WaterTest(WaterChecks, unittest.TestCase):
    pass
