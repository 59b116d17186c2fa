from store import PlayerStore


def names(store: PlayerStore, ids):
    return [store.get_player(each)["name"] for each in ids]
