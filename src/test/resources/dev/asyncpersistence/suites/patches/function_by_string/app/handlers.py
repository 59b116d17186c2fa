from .queries import find_name


def clean(name):
    return name.strip()


async def hello(key):
    return "hello " + clean(find_name(key))
