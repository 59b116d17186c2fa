from pantry import Pantry


async def cook(pantry: Pantry, dishes, tell):
    for dish in dishes:
        flour = pantry.take(dish)
        tell(f"{dish}: {flour}")
