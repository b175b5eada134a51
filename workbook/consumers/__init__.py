"""Sockets of the workbook: of lead and note-takers, and of the wall."""

from .room import RoomConsumer
from .wall import WallConsumer

__all__ = ["RoomConsumer", "WallConsumer"]
