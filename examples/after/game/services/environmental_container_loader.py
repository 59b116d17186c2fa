# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Puts the containers that belong to rooms into the world when the server starts."""

from collections.abc import Iterable

from ..persistence.async_layer import AsyncPersistenceLayer, get_async_persistence
from ..persistence.sync_layer import PersistenceLayer
from ..seed import CONTAINERS, ContainerTemplate


async def load_environmental_containers(
    persistence: PersistenceLayer,
    templates: Iterable[ContainerTemplate] = CONTAINERS,
    async_persistence: AsyncPersistenceLayer | None = None,
) -> list[str]:
    """Make the containers that are missing, each with its first contents; returns their ids.

    One that exists is left as the players left it. A template whose room doesn't exist is passed over.
    """
    async_persistence = async_persistence or get_async_persistence()
    loaded = []
    for template in templates:
        container = template.container
        if container.room_id is None or persistence.get_room(container.room_id) is None:
            continue
        if await async_persistence.get_container(container.id) is None:
            await async_persistence.save_container(container, items=template.items)
            loaded.append(container.id)
    return loaded
