from django.core.management.base import BaseCommand

from releases.delivery import outbox


class Command(BaseCommand):
    help = (
        "Hands the mail that waits over to the mail server. The newsroom does so by itself "
        "while it serves; this is for a machine or a service of its own."
    )

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="go on until it is stopped")

    def handle(self, *, loop, **options):
        if loop:
            outbox.carry_on()
        self.stdout.write(f"Mails handed over: {outbox.deliver()}.")
