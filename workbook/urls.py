"""Addresses of the workbook."""

from django.urls import path

from .views import closing, doors, held, past, recalling, shell, striking, wall

app_name = "workbook"
urlpatterns = [
    path("workbook/", shell.shell, name="shell"),
    path("workbook/<uuid:workshop_id>/context/", doors.context, name="context"),
    path("workbook/<uuid:workshop_id>/register/", doors.register, name="register"),
    path("workbook/<uuid:workshop_id>/last-round/", doors.last_round, name="last_round"),
    path("workbook/<uuid:workshop_id>/exchange/", doors.exchange, name="exchange"),
    path("workbook/<uuid:workshop_id>/findings/", doors.findings, name="findings"),
    path("workbook/<uuid:workshop_id>/handover/", doors.handover, name="handover"),
    path("workbook/<uuid:workshop_id>/history/", past.history, name="history"),
    path("workbook/<uuid:workshop_id>/versions/", past.versions, name="versions"),
    path("workbook/<uuid:workshop_id>/versions/<uuid:version_id>/", past.version, name="version"),
    path("workbook/<uuid:workshop_id>/closing/", closing.closing, name="closing"),
    path("workbook/<uuid:workshop_id>/reopening/", closing.reopening, name="reopening"),
    path("workbook/<uuid:workshop_id>/given/", recalling.recall, name="recall"),
    path("workbook/<uuid:workshop_id>/striking/", striking.striking, name="striking"),
    path("workbook/<uuid:workshop_id>/held/", held.held, name="held"),
    path("workbook/<uuid:workshop_id>/held/<uuid:held_id>/decision/", held.held_decision, name="held_decision"),
    path("workbook/<uuid:workshop_id>/wall/", wall.wall, name="wall"),
    path("workbook/<uuid:workshop_id>/devices/", past.devices, name="devices"),
    path("workbook/<uuid:workshop_id>/devices/<uuid:device_id>/end/", past.device_end, name="device_end"),
]
