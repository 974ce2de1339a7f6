from allauth.mfa.models import Authenticator
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from releases.desk.sign_in import end_sessions


class Command(BaseCommand):
    help = (
        "Removes every second factor of a user who has lost them, recovery codes included, "
        "and signs that user out everywhere. At the next sign-in a new one is set up."
    )

    def add_arguments(self, parser):
        parser.add_argument("username", help="the name the user signs in with")

    @transaction.atomic
    def handle(self, *, username, **options):
        user = self.find(username)
        factors = Authenticator.objects.filter(user=user)
        removed = ", ".join(sorted(str(factor) for factor in factors)) or "none"
        factors.delete()
        ended = end_sessions(user)
        self.record(user, removed)
        self.stdout.write(f"Second factors of {username} removed: {removed}.")
        self.stdout.write(f"Sessions ended: {ended}. At the next sign-in a new factor is set up.")

    def find(self, username):
        users = get_user_model()
        try:
            return users.objects.get_by_natural_key(username)
        except users.DoesNotExist:
            raise CommandError(f"There is no user called {username}.") from None

    def record(self, user, removed):
        """Notes it in the user's history at the desk; who ran the command, Django cannot know."""
        LogEntry.objects.create(
            user=user,
            content_type=ContentType.objects.get_for_model(user),
            object_id=user.pk,
            object_repr=str(user),
            action_flag=CHANGE,
            change_message=f"Second factors removed on the server (reset_mfa): {removed}.",
        )
