from game.rooms import describe, room_names


class TestRooms:
    def test_names_are_sorted(self, repo):
        assert room_names(repo) == ["attic", "cellar"]

    async def test_describe(self, repo):
        assert await describe(repo) == "attic, cellar"
