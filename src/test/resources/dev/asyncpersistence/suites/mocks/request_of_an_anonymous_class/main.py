from types import SimpleNamespace

from census import names
from commands import Commands
from context import RequestContext
from store import get_store


async def serve(lines):
    context = RequestContext(SimpleNamespace(store=get_store()))
    return [await Commands().run(line, "ann", context) for line in lines]


def count():
    return len(names(get_store(), ["ann"]))
