# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Access to the database: a blocking layer, and an asyncio layer that covers a part of it."""
