from diary import Diary
from layer import PersistenceLayer


class TestDiary:
    db = PersistenceLayer()

    def setup_method(self, method):
        self.diary = Diary(self.db)
        self.diary.write("ann", "so ")

    def teardown_method(self, method):
        self.db.rows["ann"].pop("text", None)

    def test_write(self):
        self.diary.write("ann", "it is")
        assert self.db.rows["ann"]["text"] == "so it is"

    async def test_dear(self):
        await self.diary.dear("ann")
        assert self.db.rows["ann"]["text"] == "so dear diary"
