"""Entry for HTTP."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

gc.freeze()  # what the application is made of is never garbage, and need not be looked through again and again
