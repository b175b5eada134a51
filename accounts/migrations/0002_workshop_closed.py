"""Whether the room of a membership's workshop is closed, for rules that may ask no other table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_people")]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="workshop_closed",
            field=models.BooleanField(
                default=False, editable=False, help_text="Its room writes no more; kept by the database."
            ),
        ),
    ]
