import weights


async def weigh(key):
    weight = weights.weight_of(key)
    return weights.rounded(weight * 2)
