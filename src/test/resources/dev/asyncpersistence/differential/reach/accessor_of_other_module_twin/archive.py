from pair import PersistenceLayer

_persistence = PersistenceLayer("archive")


def get_persistence() -> PersistenceLayer:
    return _persistence
