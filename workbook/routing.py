"""Addresses of sockets."""

from typing import Any

from django.urls import path

from .consumers import RoomConsumer, WallConsumer

sockets: list[Any] = [
    path("ws/workbook/<uuid:workshop_id>/", RoomConsumer.as_asgi(), name="room"),
    path("ws/workbook/<uuid:workshop_id>/wall/", WallConsumer.as_asgi(), name="wall"),
]
