from layer import PersistenceLayer


class Post:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def deliver(self, key, text=""):
        self.db.save(key, text)

    def stamp(self, text):
        return text + "*"


class Office:
    def __init__(self, post: Post):
        self.post = post

    async def send(self, key, text):
        self.post.deliver(key, text=self.post.stamp(text))
