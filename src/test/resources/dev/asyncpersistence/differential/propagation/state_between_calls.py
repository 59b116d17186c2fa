# Async: Quest.step, Quest.reward
import asyncio

from layer import PersistenceLayer


class Quest:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    steps = 0

    def step(self, key):
        self.steps += 1
        self.db.save(key, {"name": key, "gold": self.steps})
        return self.steps

    def reward(self, key):
        before = self.steps
        self.step(key)
        return before, self.steps, self.db.gold(key)

    async def run(self):
        print(self.step("ann"), self.reward("bob"), self.step("ann"))
        print(self.steps, self.reward("ann"))


async def main():
    quest = Quest(PersistenceLayer())
    await quest.run()
    print(quest.db.log, quest.db.rows)


asyncio.run(main())
