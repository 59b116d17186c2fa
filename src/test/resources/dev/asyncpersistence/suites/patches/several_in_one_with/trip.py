from map import distance, is_open, name_of


async def travel(start, end):
    if not is_open(end):
        return "closed"
    miles = distance(start, end)
    return f"{miles} miles to {name_of(end)}"
