import os

import django
from django.core.signals import request_started

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
django.setup(set_prefix=False)

from django.core.handlers.wsgi import WSGIHandler  # noqa: E402 (after the settings)

from project.errors import Request  # noqa: E402
from releases.delivery import outbox  # noqa: E402


class Newsroom(WSGIHandler):
    request_class = Request


application = Newsroom()

# With the first request, as what serves may be a copy of the process that read this.
request_started.connect(outbox.keep_going)
