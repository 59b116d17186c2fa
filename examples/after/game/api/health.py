# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""For load balancers and dashboards."""

from fastapi import APIRouter, Request

from ..services.health_service import check_health

router = APIRouter(tags=["health"])


@router.get("/health")
async def health(request: Request) -> dict[str, str | float]:
    """Whether the database answers."""
    return await check_health(request)
