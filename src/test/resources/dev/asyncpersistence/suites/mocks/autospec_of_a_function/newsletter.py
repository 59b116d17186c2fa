from subscribers import addresses


async def send_all(mail, kinds):
    return {kind: len(addresses(kind)) for kind in kinds if mail(kind)}
