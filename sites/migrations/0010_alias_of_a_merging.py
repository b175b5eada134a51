"""A merging remembers the other name that it gave."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sites", "0009_few_have_a_parent")]

    operations = [
        migrations.AddField(
            model_name="placemerging",
            name="alias",
            field=models.CharField(
                blank=True,
                help_text="The other name that it gave `into`, to take away again on undoing.",
                max_length=200,
            ),
        ),
    ]
