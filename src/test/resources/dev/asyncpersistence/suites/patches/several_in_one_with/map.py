from layer import PersistenceLayer

db = PersistenceLayer()


def distance(start, end):
    return db.gold(end) - db.gold(start)


def is_open(place):
    return db.exists(place)


def name_of(place):
    return place.title()
