from pair import get_persistence
from service import Service


async def main():
    return await Service(get_persistence()).greet("ann")
