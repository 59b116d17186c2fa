from pair import PersistenceLayer


class Service:
    def __init__(self, persistence: PersistenceLayer):
        self.persistence = persistence

    async def greet(self, key):
        name = self.persistence.load(key)
        if name is None:
            return "who are you?"
        return f"hello {key}"
