from pair import get_async_persistence, get_persistence

__all__ = ["get_async_persistence", "get_persistence"]
