"""Conditions that the database itself holds over every geometry."""

from django.db.models import BooleanField, CheckConstraint, F, Func


class GeometryIsSound(Func):
    """True for a geometry that is finite, in range, valid, two-dimensional and in EPSG:4326; true for none at all."""

    function = "geometry_is_sound"
    output_field = BooleanField()


def sound_geometry(name: str, field: str = "geom") -> CheckConstraint:
    """A constraint called `name` that refuses NaN, infinity, latitude 400 and bow ties in `field`."""
    return CheckConstraint(condition=GeometryIsSound(F(field)), name=name)
