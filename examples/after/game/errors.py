# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Errors a player can cause, each with the HTTP status the API answers with."""


class GameError(Exception):
    """Something the player asked for can't be done; the message is shown to them."""

    status = 400


class NotFound(GameError):
    """The thing named does not exist."""

    status = 404


class Forbidden(GameError):
    """The player exists but may not do this."""

    status = 403


class Refused(GameError):
    """The world is not in the state the request needs."""

    status = 409


class StaleItem(GameError):
    """An item is no longer where the caller saw it."""

    status = 409
