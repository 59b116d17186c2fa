from unittest import TestCase, main

from layer import PersistenceLayer
from taxes import rates, tax


class TaxTest(TestCase):
    def test_tax(self):
        db = PersistenceLayer()
        for key, expected in (("ann", [0, 2, 5]), ("bob", [0, 3, 7])):
            with self.subTest(key=key):
                self.assertEqual([tax(db, key, rate) for rate in rates()], expected)


class RatesTest(TestCase):
    def test_rates(self):
        for rate in rates():
            with self.subTest(rate=rate):
                self.assertLess(rate, 11)


if __name__ == "__main__":
    main()
