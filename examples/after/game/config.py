# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Settings, read from the environment once."""

import os
from dataclasses import dataclass

DEFAULT_DATABASE_URL = "sqlite:///lanternfall.db"


@dataclass(frozen=True)
class Settings:
    """What may differ between two installations of the server."""

    database_url: str = DEFAULT_DATABASE_URL
    flux_interval: float = 10.0
    corpse_interval: float = 30.0


def load_settings() -> Settings:
    """Read `DATABASE_URL`, `FLUX_INTERVAL` and `CORPSE_INTERVAL` (seconds); each has a default."""
    return Settings(
        database_url=os.environ.get("DATABASE_URL", DEFAULT_DATABASE_URL),
        flux_interval=float(os.environ.get("FLUX_INTERVAL", Settings.flux_interval)),
        corpse_interval=float(os.environ.get("CORPSE_INTERVAL", Settings.corpse_interval)),
    )
