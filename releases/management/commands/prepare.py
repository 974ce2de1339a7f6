import secrets
from io import StringIO

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand

from releases.management.one_of_each import ACCOUNTS
from releases.models import PressRelease


class Command(BaseCommand):
    help = (
        "Makes a fresh newsroom usable: the first release, and two accounts with a random "
        "password, shown once, as nobody approves alone what they have submitted. Where there "
        "are releases and accounts, changes nothing."
    )

    def handle(self, **options):
        if not PressRelease.objects.exists():
            call_command("loaddata", "first_release", verbosity=0)
            call_command("show_again", stdout=StringIO())
            self.stdout.write("The first release is loaded.")

        users = get_user_model().objects
        if not users.exclude(username__in=ACCOUNTS).exists():
            password = secrets.token_urlsafe(12)
            users.create_superuser("editor", password=password)
            writer = users.create_user("writer", password=password, is_staff=True)
            writer.groups.add(Group.objects.get(name="Writer"))
            self.stdout.write(
                f"Sign in as editor or as writer with the password {password} (shown only now)."
            )
