import time
from datetime import date, datetime, timedelta
from random import Random

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from releases.management import drawn, recorded
from releases.management.bulk import Item, Said, Text, load
from releases.management.one_of_each import OneOfEach
from releases.models import (
    Appointment,
    Document,
    Identity,
    Meeting,
    Organisation,
    Person,
    Picture,
    PressContact,
    PressRelease,
    Recording,
    Topic,
)
from releases.text.languages import in_marks

LINES = {
    "en": "This is text for development. Nobody said or published it. ",
    "fr": "Ceci est un texte de développement. Personne ne l’a dit ni publié. ",
    "nl": "Dit is tekst voor ontwikkeling. Niemand heeft dit gezegd of gepubliceerd. ",
    "de": "Dies ist ein Entwicklungsumgebungstext. Niemand hat ihn gesagt oder veröffentlicht. ",
}
EMBLEM = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60">
<g fill="none" stroke="#fff" stroke-width="4"><circle cx="30" cy="30" r="26"/>
<path d="M12 40h36M16 40V26h28v14M14 26l16-12 16 12z"/></g></svg>"""
TOPICS, OFFICES, SCENES, CONTACTS = 20, 50, 4, 2
YEARS = timedelta(days=20 * 365)


class Command(BaseCommand):
    help = (
        "Fill a development newsroom with releases that say what they are; go on where this "
        "was stopped before. Needs DEBUG."
    )

    def add_arguments(self, parser):
        parser.add_argument("--releases", type=int, default=300, help="How many (300).")

        parser.add_argument(
            "--archive-only",
            action="store_true",
            help="Without one of each thing that becomes of a release or a meeting.",
        )

    def handle(self, *, releases, archive_only, **options):
        if not settings.DEBUG:
            raise CommandError("Development data has no place on a public site: DEBUG is off.")
        begun = said = time.monotonic()
        first, demo = None, Demo(releases)
        demo.say_who_this_is()
        for there in load("demo", releases, demo.release):
            first = first or there
            now = time.monotonic()
            if now - said > 5 and there < releases:
                said = now
                left = (now - begun) / (there - first + 1) * (releases - there)
                self.stdout.write(f"{there} of {releases}, some {left:.0f} seconds to go.")
        if archive_only:
            self.stdout.write(f"The newsroom has {releases} demo releases.")
            return
        self.stdout.write(f"The newsroom has {releases} demo releases, and one of each of these:")
        for title, address in OneOfEach(demo).make():
            self.stdout.write(f"{title:<50} {address}")


class Demo:
    """An archive over twenty years at most, the same each time."""

    lines = LINES

    def __init__(self, count):
        self.count = count
        self.end = timezone.make_aware(datetime.combine(timezone.localdate(), datetime.min.time()))
        self.gap = min(timedelta(days=7), YEARS / count)
        self.languages = [code for code, name in settings.LANGUAGES if code in LINES] or ["en"]
        self.topics = [self._topic(n) for n in range(1, TOPICS + 1)]
        self.documents = [self._annex(), self._link()]
        self.contacts = [self._contact(n) for n in range(1, CONTACTS + 1)]
        self.scenes = [self._scene(n) for n in range(1, SCENES + 1)]
        self.recordings = list(self._recordings())
        self.offices = [self._office(n) for n in range(1, OFFICES + 1)]

    def say_who_this_is(self):
        """Fill in the newsroom's identity, unless somebody has said who publishes here."""
        identity = Identity.objects.current()
        if identity.publishers:
            return
        identity.publishers = {code: f"Demo Authority ({code})" for code in self.languages}
        identity.emblem = ContentFile(EMBLEM, "emblem.svg")
        identity.addresses = {"en": "1 Demo Street\n1000 Demo town"}
        identity.desk_email, identity.desk_phone = "demo@example.org", "+32 2 555 00 00"
        identity.desk_hours = {"en": "Never: this is for development"}
        identity.accounts = "Demo account https://example.org/demo"
        for name in ("legal_notice", "privacy", "compliance_gaps", "licence"):
            setattr(identity, name, LINES)
        identity.compliance = Identity.Compliance.PARTIAL
        identity.compliance_on = timezone.localdate()
        identity.save()

    def release(self, number):
        """Make one of the releases, from the oldest, 1, to the newest."""
        chance = Random(number)  # noqa: S311 (the same data each time)
        at = (self.end - (self.count - number) * self.gap).replace(second=0, microsecond=0)
        meeting = chance.random() < 0.25
        return Item(
            at=at,
            texts=list(self._texts(number, at, chance)),
            kind=chance.choices(PressRelease.Kind.values, [90, 5, 3, 2])[0],
            place={"en": "Demo town"},
            documents=self.documents[: chance.choices([0, 1, 2], [8, 1, 1])[0]],
            contacts=self.contacts[: number % 3],
            pictures=self._pictures(number, chance),
            recordings=self.recordings if number % 25 == 0 or number == self.count else [],
            topics=sorted(chance.sample(self.topics, 2), key=lambda topic: topic.slug),
            meeting=self._meeting(number, at) if meeting else None,
            took_part=chance.sample(self.offices, 2) if meeting else [],
        )

    def _pictures(self, number, chance):
        """Give every third release a picture or several, and the newest one."""
        if chance.random() > 0.3 and number < self.count:
            return []
        return chance.sample(self.scenes, chance.randint(1, SCENES))

    def _texts(self, number, at, chance):
        languages = chance.sample(self.languages, 2 if chance.random() < 0.25 else 1)
        office, long = chance.choice(self.offices), chance.randint(1, 4)
        for language in languages:
            yield self._text(number, language, at, office, long)
        if chance.random() < 0.05:
            corrected = self._text(number, languages[0], at + timedelta(hours=5), office, long)
            corrected.change_note = "This is a correction for development."
            yield corrected

    def _text(self, number, language, at, office, long):
        line = LINES[language]
        words = (line * long).strip()
        said = in_marks(words, language)
        passage = '<p lang="la">Nemo dixit.</p>' if number % 8 == 0 else ""
        return Text(
            language=language,
            title=f"Demo release {number}: {line * (1, 3, 0, 1)[number % 4]}".strip(": "),
            body=f"<p>{line * 3}</p><p>{office.person}: {said}</p><p>{line * 2}</p>{passage}",
            at=at,
            quotes=[Said(words, office, f"demo-{number}")],
        )

    def _meeting(self, number, at):
        return Meeting(names={"en": f"Demo meeting {number}"}, starts_on=timezone.localdate(at))

    def _scene(self, number):
        file = drawn.scene(number)
        wide = {"caption": {"en": f"Demo caption {number}: nobody was there."}, "focus_y": 30}
        ends = {"rights": Picture.Rights.EDITORIAL, "rights_until": timezone.localdate() + YEARS}
        return self._picture(f"Demo scene {number}", file, **wide | (ends if number == 1 else {}))

    def _picture(self, name, file, **values):
        says = {"alternative": {"en": f"A drawing for development: {file.name}"}, "nobody": True}
        values |= says | {"file": file, "credit": "Demo photographer"}
        return Picture.objects.get_or_create(name=name, defaults=values)[0]

    def _recordings(self):
        """Make a video and a sound recording, and a link, which leads nowhere."""
        said = {
            code: f"WEBVTT\n\n00:00.000 --> 00:04.000\n{LINES[code].strip()}"
            for code in self.languages
        }
        lines = {code: LINES[code] for code in self.languages}
        yield self._recording("video", recorded.film, captions=said, poster=self.scenes[0])
        yield self._recording("sound", recorded.tone, transcript=lines)
        elsewhere = {"url": "https://video.example.org/demo", "duration": timedelta(minutes=3)}
        yield self._recording("video elsewhere", **elsewhere)

    def _recording(self, name, make_file=None, **values):
        title = f"Demo {name}"
        values |= {"title": {"en": title}, "file": make_file or "", "credit": "Demo camera"}
        return Recording.objects.get_or_create(title__en=title, defaults=values)[0]

    def _topic(self, number):
        slug, names = f"demo-topic-{number}", {"en": f"Demo topic {number}"}
        return Topic.objects.get_or_create(slug=slug, defaults={"names": names})[0]

    def _link(self):
        title, url = "Demo document", "https://example.org/demo-document"
        return Document.objects.get_or_create(url=url, defaults={"title": title})[0]

    def _annex(self):
        language = self.languages[0]
        values = {
            "kind": Document.Kind.BACKGROUND,
            "language": language,
            "file": lambda: ContentFile(LINES[language].encode(), "demo-annex.txt"),
        }
        return Document.objects.get_or_create(title="Demo annex", defaults=values)[0]

    def _contact(self, number):
        values = {"roles": {"en": f"Demo spokesperson {number}"}, "email": "demo@example.org"}
        values["phone"] = f"+32 2 555 00 0{number}"
        return PressContact.objects.get_or_create(name=f"Demo contact {number}", defaults=values)[0]

    def _office(self, number):
        name, title = f"Demo Person {number}", f"Demo minister {number}"
        person = Person.objects.get_or_create(name=name)[0]
        if held := person.appointments.first():
            return held
        if number % 5 == 0:
            person.portrait = self._picture(f"Demo portrait {number}", drawn.portrait(number))
            person.save()
        house, made = Organisation.objects.get_or_create(
            slug=f"demo-ministry-{number % 10}",
            defaults={"names": {"en": f"Demo ministry {number % 10}"}},
        )
        if made and number % 2:
            house.logo = self._picture(f"Demo emblem {number}", drawn.emblem(number))
            house.save()
        return Appointment.objects.create(
            person=person,
            titles={"en": title},
            organisation=house,
            since=date(1950 + number, 1, 1),
            acting=number % 7 == 0,
        )
