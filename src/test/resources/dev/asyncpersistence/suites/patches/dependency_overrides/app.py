from store import ItemStore
from web import App, Depends

app = App()


def get_store():
    return ItemStore("items")


@app.get("/items")
async def items(prefix: str, store: ItemStore = Depends(get_store)):
    found = store.find(prefix)
    return {"items": sorted(found)}
