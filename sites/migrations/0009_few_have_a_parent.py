"""Few places have a parent or were merged: only those stand in the index."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0008_functions_inlined"),
    ]

    operations = [
        migrations.AlterField(
            model_name="place",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="sites.place",
            ),
        ),
        migrations.AlterField(
            model_name="place",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="sites.place",
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(condition=models.Q(("parent__isnull", False)), fields=["parent"], name="place_parent"),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)), fields=["merged_into"], name="place_merged_into"
            ),
        ),
    ]
