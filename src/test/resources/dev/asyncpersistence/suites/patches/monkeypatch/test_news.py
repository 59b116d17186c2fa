import news


async def test_lambda(monkeypatch):
    monkeypatch.setattr(news, "headlines", lambda: ["a", "b", "c"])
    assert await news.front_page() == ["a", "b"]


async def test_function(monkeypatch):
    def fake_headlines():
        return ["elephants", "bees"]

    monkeypatch.setattr("news.headlines", fake_headlines)
    monkeypatch.setattr("news.width", lambda: 3)
    assert await news.front_page() == ["ele", "bee"]
