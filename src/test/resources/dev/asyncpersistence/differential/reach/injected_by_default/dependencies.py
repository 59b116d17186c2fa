from fastapi import Depends
from pair import PersistenceLayer, get_persistence


class Auditor:
    def __init__(self, persistence: PersistenceLayer):
        self.persistence = persistence

    async def load(self, key):
        return self.persistence.load(key)


def get_auditor(persistence: PersistenceLayer = Depends(get_persistence)) -> Auditor:
    return Auditor(persistence)
