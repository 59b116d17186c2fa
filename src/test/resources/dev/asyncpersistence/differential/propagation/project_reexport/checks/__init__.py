from .room import RoomCheck
