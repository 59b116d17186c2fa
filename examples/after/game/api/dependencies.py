# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""What the endpoints share."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from ..container import ApplicationContainer


async def application_of(connection: HTTPConnection) -> ApplicationContainer:
    """The container of the server that got the request, be it HTTP or a websocket."""
    return connection.app.state.container


Application = Annotated[ApplicationContainer, Depends(application_of)]
