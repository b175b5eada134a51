"""Keys of imported rows are made where the rows are: in the database."""

from django.contrib.postgres.operations import CreateExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = []

    operations = [CreateExtension("uuid-ossp")]
