from bank import Bank


def best(bank: Bank):
    return max(bank.amount("ann"), bank.amount("bob"))
