import game.purse
from game.board import amount

__all__ = ["amount"]
