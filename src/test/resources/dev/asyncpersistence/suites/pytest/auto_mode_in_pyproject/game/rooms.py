from game.repo import RoomRepo


def room_names(repo: RoomRepo):
    names = [room["name"] for room in repo.load_all()]
    return sorted(names)


async def describe(repo: RoomRepo):
    return ", ".join(room_names(repo))
