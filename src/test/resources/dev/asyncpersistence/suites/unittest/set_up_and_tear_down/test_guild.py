import unittest

from guild import Guild, motto
from layer import PersistenceLayer


class GuildTest(unittest.TestCase):
    def setUp(self):
        self.guild = Guild(PersistenceLayer())
        self.guild.join("ann")
        self.guild.join("bob")

    def tearDown(self):
        self.guild.members.clear()

    def test_join(self):
        self.guild.join("bob")
        self.assertEqual(self.guild.members, ["ann", "bob", "bob"])

    def test_leave(self):
        self.assertEqual(self.guild.leave("bob"), ["ann"])


class RulesTest(unittest.TestCase):
    def test_motto(self):
        self.assertEqual(motto(), "all for one")
