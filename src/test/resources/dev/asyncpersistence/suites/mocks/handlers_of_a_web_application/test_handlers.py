from unittest.mock import AsyncMock, MagicMock, Mock

from handlers import submit, top
from store import ScoreStore


def make_request(store, query=(), **body):
    request = Mock()
    request.app = {"store": store}
    request.query = dict(query)
    request.json = AsyncMock(return_value=body)
    return request


async def test_top():
    store = MagicMock()
    store.top.return_value = ["ann", "bob"]
    response = await top(make_request(store, query={"count": "2"}))
    assert (response.status, response.body) == (200, "ann,bob")
    store.top.assert_called_once_with(2)


async def test_submit(tmp_path):
    path = tmp_path / "scores.json"
    path.write_text("{}")
    store = ScoreStore(path)
    response = await submit(make_request(store, name="eve", score=9))
    assert response.status == 201
    assert store.top(1) == ["eve"]
