from pair import get_persistence

persistence = get_persistence()
