"""A package of the game."""
