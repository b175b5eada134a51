"""Few places are above C1; a file is stamped with whether any of its places is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0006_earlier_rows_kept"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="place",
            index=models.Index(
                condition=models.Q(("sensitivity__in", ("HIGH", "SEVERE"))),
                fields=["sensitivity"],
                name="place_above_c1",
            ),
        ),
    ]
