"""Sockets of the workbook: of lead and note-takers, and of the wall."""

from .room import RoomConsumer

__all__ = ["RoomConsumer"]
