# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Whether the server itself is well."""

import time

from fastapi import Request


async def check_health(request: Request) -> dict[str, str | float]:
    """The state of the database, and how long it took to answer (milliseconds)."""
    started = time.perf_counter()
    persistence = request.app.state.persistence
    alive = persistence.ping()
    elapsed = (time.perf_counter() - started) * 1000
    return {"database": "up" if alive else "down", "milliseconds": round(elapsed, 2)}
