from django.core.management.base import BaseCommand
from django.db import transaction

from releases.models import Edition, PressRelease, PublicState, printed

BATCH = 100


class Command(BaseCommand):
    help = (
        "Writes anew who is shown which text, for all releases: after the newsroom has got a "
        "language, and after records were loaded that lack it. Can be stopped and run again."
    )

    def handle(self, **options):
        keys = list(PressRelease.objects.approved().order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            with transaction.atomic():
                for release in PressRelease.objects.select_for_update().filter(
                    pk__in=keys[start : start + BATCH]
                ):
                    show(release)
                PublicState.objects.bump()
            self.stdout.write(f"{min(start + BATCH, len(keys))} of {len(keys)} releases")


def show(release):
    """Write the rows of a release, and print its texts that were loaded without what they print."""
    if release.order is None:
        release.be_ordered(release.publish_at)
        release.save()
    for edition in release.editions.approved().filter(printed={}):
        printed.print_out(edition)
        Edition._base_manager.filter(pk=edition.pk).update(printed=edition.printed)
    release.show_again()
