# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""What a command gets to work with."""

from dataclasses import dataclass

from ..container import ApplicationContainer
from ..realtime.connections import Session


@dataclass
class CommandContext:
    """The player who typed the command, and the server they typed it to."""

    application: ApplicationContainer
    session: Session
    wants_to_quit: bool = False

    @property
    def player_id(self) -> str:
        """The id of the player who typed the command."""
        return self.session.player_id

    @property
    def room_id(self) -> str:
        """The room the player is in now."""
        return self.session.room_id
