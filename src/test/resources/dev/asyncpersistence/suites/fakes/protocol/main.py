from layer import PersistenceLayer
from ports import Club, StoredMembers


def make_club(clock):
    return Club(StoredMembers(PersistenceLayer()), clock)
