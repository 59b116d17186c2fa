import asyncio
import time


class ScoreStore:
    def scores(self, key):
        time.sleep(0.001)
        return [1, 2, 3]

    def title(self):
        return "scores"

    async def async_scores(self, key):
        return await asyncio.to_thread(self.scores, key)


async def total(store: ScoreStore, key):
    scores = store.scores(key)
    return f"{store.title()}: {sum(scores)}"
