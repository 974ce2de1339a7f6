from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from releases.models import Picture


class Command(BaseCommand):
    help = "Make the files of pictures that the public gets and that are missing."

    def handle(self, **options):
        failed = 0
        for picture in Picture.objects.order_by("pk").iterator():
            try:
                made = picture.make_files()
            except (OSError, ValidationError) as error:
                failed += 1
                self.stderr.write(f"{picture.pk}, {picture}: {error}")
            else:
                if made:
                    self.stdout.write(f"{picture.pk}, {picture}: {len(made)} files made.")
        if failed:
            raise CommandError(f"Of {failed} pictures the files could not be made.")
