"""Pairs of places that a person found to be two."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0003_kept_by_database"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlaceDistinction",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "one",
                    models.ForeignKey(
                        help_text="The one of the lesser key.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="sites.place",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sites.place"),
                ),
            ],
            options={
                "ordering": ["-at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("one__lt", models.F("other"))), name="distinction_in_order"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)), fields=("one", "other"), name="distinguished_once"
                    ),
                ],
            },
        ),
    ]
