from store import ScoreStore


class Response:
    def __init__(self, status, body=""):
        self.status = status
        self.body = body


async def top(request):
    store: ScoreStore = request.app["store"]
    scores = store.top(int(request.query.get("count", 3)))
    return Response(200, ",".join(scores))


async def submit(request):
    store: ScoreStore = request.app["store"]
    data = await request.json()
    store.add(data["name"], data["score"])
    return Response(201)
