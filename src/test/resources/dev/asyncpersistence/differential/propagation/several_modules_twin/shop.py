import bank
from layer import PersistenceLayer


def price(db: PersistenceLayer, key):
    return bank.amount(db, key) * 10
