from layer import PersistenceLayer

db = PersistenceLayer()


def tally(poll):
    return db.gold(poll)


def clean(text):
    return text.strip()


class Votes:
    def store(self, poll, count):
        db.save(poll, {"gold": count})
