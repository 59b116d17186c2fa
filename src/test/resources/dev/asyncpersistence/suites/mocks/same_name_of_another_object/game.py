from images import Images
from layer import PersistenceLayer


class Scores:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def load(self, key):
        return self.db.gold(key)


class Game:
    def __init__(self, scores: Scores, images: Images):
        self.scores = scores
        self.images = images

    async def start(self, key):
        score = self.scores.load(key)
        image = self.images.load(key + ".png")
        return image, score
