from django.core.management.base import BaseCommand, CommandError

from releases.operation import health


class Command(BaseCommand):
    help = (
        "Says whether the newsroom is well, and what is not. The exit code is 1 if anything is not."
    )

    def handle(self, **options):
        found = health.look()
        for name, ok, said in found:
            self.stdout.write(f"{'ok' if ok else 'NOT OK'} {name}: {said}")
        if not all(ok for name, ok, said in found):
            raise CommandError("Not everything is well.")
