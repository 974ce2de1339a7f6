"""
Fills a database with an archive to measure: run by hand, and by pages.py.

    .venv/bin/python benchmarks/archive.py 1000000 sqlite:////tmp/million.sqlite3

It migrates the database, and goes on where it was stopped. The texts are those of `corpus.py`
where a folder that has it is there (--corpus, else ../shared/bench): four languages, 300 people,
60 topics, some 450 words. Else they are those of `manage.py demo`. Three in ten releases have a
text in a second language, two of five of these later; one in twenty is corrected.

The first 10,000 are written by the functions that approving calls, the others are copies of their
rows (see copies.py), so their number is a multiple of that. PostgreSQL gets the rows of a file of
SQLite. At the end, fifty releases are written again as approving does, and have to come out the
same.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

import copies
import django

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "bench"
FOLDER = Path(tempfile.gettempdir()) / "newsroom-benchmarks"
LANGUAGES = {"en": "en", "fr": "fr", "de": "de", "es": "nl"}  # of the corpus, and ours
DRAFTS = 100
FIRST = 10_000  # releases; of a larger archive, the rest are copies of these


def name_of(releases):
    """Name the database of an archive: one of another schema is another one."""
    schema = (ROOT / "releases" / "migrations" / "0001_newsroom.py").read_bytes()
    return f"newsroom_{releases}_{hashlib.sha256(schema).hexdigest()[:8]}"


def set_up(url):
    """Let Django start on the database at `url`."""
    sys.path.insert(0, str(ROOT))
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}


class Invented:
    """Releases made of the corpus, whose words are of no language."""

    def __init__(self, corpus):
        from releases.models import Appointment, Organisation, Person, Topic

        def record(model, slug, **values):
            return model.objects.get_or_create(slug=slug, defaults=values)[0]

        self.corpus = corpus
        self.topics = [
            record(Topic, topic["slug"], names={"en": topic["name"]}) for topic in corpus.topics
        ]
        houses = [record(Organisation, f"house-{n}", names={"en": f"House {n}"}) for n in range(60)]
        self.offices = []
        for number, speaker in enumerate(corpus.speakers):
            person = record(Person, speaker["slug"], name=speaker["name"])
            office = person.appointments.first() or Appointment.objects.create(
                person=person,
                titles={"en": speaker["role"]},
                organisation=houses[number % len(houses)],
                since=date(1950, 1, 1),
            )
            self.offices.append(office)

    def release(self, number):
        from releases.management.bulk import Item
        from releases.models import Meeting, PressRelease

        found = self.corpus.release(number - 1)
        chance = Random(number)  # noqa: S311 (the same each time)
        at = found["date"].replace(second=0, microsecond=0)
        meeting = None
        if held := found["meeting"]:
            language = LANGUAGES[found["lang"]]
            meeting = Meeting(
                names={language: held["title"]},
                place={language: held["place"]},
                starts_on=held["date"].date(),
            )
        topics = [self.topics[n] for n in found["topics"]]
        return Item(
            at=at,
            texts=list(self._texts(found, at, chance)),
            kind=chance.choices(PressRelease.Kind.values, [90, 5, 3, 2])[0],
            place={"en": "Brussels"},
            topics=sorted(topics, key=lambda topic: topic.slug),
            meeting=meeting,
            took_part=chance.sample(self.offices, 2) if meeting else [],
        )

    def _texts(self, found, at, chance):
        language = LANGUAGES[found["lang"]]
        yield self._text(found, language, at)
        if chance.random() < 0.3:
            other = chance.choice([code for code in LANGUAGES.values() if code != language])
            late = timedelta(hours=chance.randint(2, 99)) if chance.random() < 0.4 else timedelta()
            yield self._text(found, other, at + late)
        if chance.random() < 0.05:
            corrected = self._text(found, language, at + timedelta(days=5))
            corrected.change_note = "A number was wrong."
            yield corrected

    def _text(self, found, language, at):
        from corpus import body_html

        from releases.management.bulk import Said, Text

        said = [
            Said(words, self.offices[number], f"c{found['i']}-{place}")
            for place, (number, words) in enumerate(found["quotes"], start=1)
        ]
        quoted = "".join(f"<p>{one.appointment.person}: “{one.words}”</p>" for one in said)
        return Text(
            language=language,
            title=found["title"],
            summary=found["summary"],
            body=body_html(found) + quoted,
            at=at,
            quotes=said,
        )


def archive(releases, folder):
    """Make what makes the releases, of the corpus in `folder` if it is there."""
    if (folder / "corpus.py").exists():
        sys.path.insert(0, str(folder))
        from corpus import Corpus

        return Invented(Corpus(releases))
    from releases.management.commands.demo import Demo

    return Demo(releases)


def fill(releases, url, folder):
    """Load so many releases, say how long it took, and see that they are as if approved."""
    from django.core.management import call_command
    from django.db import connection

    from releases.models import PressRelease

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if PressRelease.objects.approved().count() >= releases:
        return
    begun = time.monotonic()
    if connection.vendor == "sqlite":
        _load(releases, folder)
    else:
        file = FOLDER / f"{name_of(releases)}.sqlite3"
        of_file = [sys.executable, __file__, str(releases), f"sqlite:///{file}"]
        subprocess.run([*of_file, "--corpus", str(folder)], check=True)  # noqa: S603
        copies.to_postgresql(file, connection)
    _compare()
    _say(f"{releases} releases in {time.monotonic() - begun:.0f} s")


def _load(releases, folder):
    from django.db import connection

    from releases.management import bulk

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA cache_size=-1000000")
    first = min(releases, FIRST)
    for _there in bulk.load("benchmark", first, archive(first, folder).release):
        pass
    if releases > FIRST:
        copies.multiply(connection, releases // FIRST)
    _write_drafts()


def _say(sentence):
    sys.stderr.write(f"{sentence}\n")


def _write_drafts():
    from releases.models import Edition, PressRelease

    for number in range(DRAFTS):
        release = PressRelease.objects.create()
        Edition.objects.create(release=release, title=f"Draft {number}", body="<p>A draft.</p>")


def _compare():
    """Write fifty releases as approving does: nothing may change."""
    from django.db import transaction

    from releases.models import Edition, PressRelease, printed

    keys = list(PressRelease.objects.approved().order_by("pk").values_list("pk", flat=True))
    with transaction.atomic():
        for key in keys[:: max(1, len(keys) // 50)]:
            release = PressRelease.objects.get(pk=key)
            before = _rows_of(release)
            for edition in release.editions.select_related("release"):
                printed.print_out(edition)
                Edition._base_manager.filter(pk=edition.pk).update(printed=edition.printed)
            release.show_again()
            if _rows_of(release) != before:
                sys.exit(f"Release {key} is not as if it had been approved.")
        transaction.set_rollback(True)


def _rows_of(release):
    shown = ("edition", "reader", "own", "listed", "order", "newest", "visible_from")
    return [
        [
            sorted(release.showings.values_list(*shown, "visible_until"), key=str),
            sorted(edition.mentions.values_list("kind", "subject", "order")),
            list(edition.quotes.order_by("pk").values("printed", "order")),
            {**edition.printed, "topics": sorted(edition.printed["topics"], key=str)},
        ]
        for edition in release.editions.order_by("pk")
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("releases", type=int)
    parser.add_argument("database", help="as in DATABASE_URL")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    given = parser.parse_args()
    set_up(given.database)
    django.setup()
    fill(given.releases, given.database, given.corpus)


if __name__ == "__main__":
    main()
