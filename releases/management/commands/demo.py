from datetime import date, timedelta
from random import Random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from releases.models import (
    Appointment,
    Edition,
    Meeting,
    Person,
    PressRelease,
    PublicState,
    Quote,
    Topic,
)

from .show_again import show

LINE = "This is text for development. Nobody said or published it. "


class Command(BaseCommand):
    help = "Fill a development newsroom with releases that say what they are. Needs DEBUG."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, nargs="?", default=300)

    @transaction.atomic
    def handle(self, *, number, **options):
        if not settings.DEBUG:
            raise CommandError("Development data has no place on a public site: DEBUG is off.")
        chance = Random(1)  # noqa: S311 (the same data each time)
        topics = [Topic.objects.create(names={"en": f"Demo topic {n}"}) for n in range(1, 6)]
        offices = [self._office(n) for n in range(1, 6)]
        for n in range(1, number + 1):
            at = timezone.now() - timedelta(days=n * 7, minutes=1)
            meeting = Meeting.objects.create(
                names={"en": f"Demo meeting {n}"}, starts_on=timezone.localdate(at)
            )
            release = PressRelease(status=PressRelease.Status.APPROVED, place={"en": "Demo town"})
            release.be_ordered(at)
            release.save()
            release.topics.set(chance.sample(topics, 2))
            release.meetings.add(meeting)
            words = (LINE * chance.randint(1, 6)).strip()
            edition = Edition.objects.create(
                release=release,
                language="en",
                title=f"Demo release {n}: {LINE}".strip()[: chance.randint(40, 200)],
                body=f"<p>{LINE * 5}</p><p>{offices[n % 5].person}: “{words}”</p><p>{LINE * 4}</p>",
            )
            office = offices[n % 5]
            Quote.objects.create(
                edition=edition, words=words, speaker=office.person, appointment=office, position=1
            )
            edition.visible_from = edition.public_since = release.publish_at
            edition.save()
            show(release)
        PublicState.objects.bump()
        self.stdout.write(f"Made {number} demo releases.")

    def _office(self, n):
        person = Person.objects.create(name=f"Demo Person {n}")
        return Appointment.objects.create(
            person=person, titles={"en": f"Demo minister {n}"}, since=date(1950, 1, 1)
        )
