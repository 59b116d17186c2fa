import logging

from layer import PersistenceLayer

log = logging.getLogger(__name__)


def check(db: PersistenceLayer, key):
    if not db.exists(key):
        log.warning("no %s", key)
        return False
    log.info("found %s", key)
    return True


async def sweep(db: PersistenceLayer, keys):
    return [key for key in keys if check(db, key)]
