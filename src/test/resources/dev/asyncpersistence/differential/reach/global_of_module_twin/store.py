from pair import AsyncPersistenceLayer, PersistenceLayer

persistence = PersistenceLayer()
async_persistence = AsyncPersistenceLayer()
