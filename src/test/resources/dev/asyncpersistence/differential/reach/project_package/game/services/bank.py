from ..persistence import PersistenceLayer, get_persistence


class Bank:
    """Looks after gold."""

    def __init__(self, persistence: PersistenceLayer | None = None):
        self.persistence = persistence or get_persistence()

    async def gold(self, key):
        return self.persistence.gold(key)
