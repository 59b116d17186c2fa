from pair import get_persistence

__all__ = ["get_persistence"]
