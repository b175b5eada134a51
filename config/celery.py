"""The tasks' application: every app's `tasks` module is found by name."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("filon")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
