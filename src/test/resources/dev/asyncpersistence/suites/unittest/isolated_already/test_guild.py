from unittest import IsolatedAsyncioTestCase

from guild import announce, motto, title
from layer import PersistenceLayer


class GuildTest(IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.db = PersistenceLayer()

    def test_title(self):
        self.assertEqual(title(self.db, "ann"), "SIR ANN")

    async def test_announce(self):
        self.assertEqual(await announce(self.db, "bob"), "welcome SIR BOB")

    def test_motto(self):
        self.assertEqual(motto(), "all for one")
