# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Rooms never change while the server runs: this reads memory only, so plain functions will do."""

from fastapi import APIRouter, Request

from ..models import Room

router = APIRouter(prefix="/rooms", tags=["rooms"])


@router.get("")
def list_rooms(request: Request) -> list[Room]:
    """The map, by name."""
    return request.app.state.persistence.list_rooms()
