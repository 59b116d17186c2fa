# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""`python -m game.init_db`: create and seed the database that `DATABASE_URL` names."""

from .config import load_settings
from .database import prepare_database


def main() -> None:
    """Prepare the database and say what was done."""
    url = load_settings().database_url
    print("The world was created." if prepare_database(url) else "The world was there already.")


if __name__ == "__main__":
    main()
