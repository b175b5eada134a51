"""Addresses of sockets."""

from typing import Any

from django.urls import path

from .consumers import RoomConsumer

sockets: list[Any] = [
    path("ws/workbook/<uuid:workshop_id>/", RoomConsumer.as_asgi(), name="room"),
]
