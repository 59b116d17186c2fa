import pair


def names():
    return pair.get_persistence().names()
