from pair import AsyncPersistenceLayer, PersistenceLayer

persistence = PersistenceLayer("archive")
async_persistence = AsyncPersistenceLayer("archive")
