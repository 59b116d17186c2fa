from pair import PersistenceLayer

persistence = PersistenceLayer("archive")
