# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The little that differs between SQLite and PostgreSQL."""

SQLITE_PREFIX = "sqlite:///"
POSTGRES_PREFIXES = ("postgresql://", "postgres://")


def is_postgres(url: str) -> bool:
    """Whether the URL names a PostgreSQL server."""
    return url.startswith(POSTGRES_PREFIXES)


def sqlite_path(url: str) -> str:
    """The file a `sqlite:///` URL names: relative with three slashes, absolute with four."""
    if not url.startswith(SQLITE_PREFIX):
        raise ValueError(f"DATABASE_URL must start with sqlite:/// or postgresql://, not {url!r}")
    return url[len(SQLITE_PREFIX) :]


def placeholders(sql: str, url: str) -> str:
    """The statement with the placeholder its driver expects; ours are written as `?`."""
    return sql.replace("?", "%s") if is_postgres(url) else sql
