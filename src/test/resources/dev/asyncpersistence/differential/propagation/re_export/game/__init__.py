from game.purse import amount

__all__ = ["amount"]
