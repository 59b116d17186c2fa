# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Lanternfall: a small text world whose streets go dark when nobody tends the lanterns."""
