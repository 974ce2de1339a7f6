"""
Measures what each page costs: run by hand.

    .venv/bin/python benchmarks/pages.py --releases 1000 100000 --database sqlite

Prints a table: milliseconds of CPU a request, medians of several hundred, of a warm process with
the settings of production that calls the WSGI handler itself; for each size of the archive a page
as it is made, again with If-None-Match, and again from the cache of pages. Addresses are spread
over the archive. The kinds of pages are asked in turn, in rounds, so that what else the machine
does disturbs all alike; on the first line is a loop that does nothing, on the second a view that
does nothing, behind the same middleware. The time that PostgreSQL takes is not that of the
process: it is not in the table.

An archive that is not there, for the schema of now, is loaded first (see archive.py): in files
below --folder, or in databases of --server. `--check` exits with 1 where a limit is missed.
`--beside wagtail=FOLDER tuned=FOLDER` measures other sites in the same run, built at the first of
the sizes by `peer.py build wagtail FOLDER --n 1000 --native 300` of the folder of the corpus.
"""

import argparse
import io
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import archive

EACH = 80  # requests for a kind of page in a round
LONGEST = 1.0  # seconds that they may take
LOOP = "bare loop"
BARE = "bare view"
ADDRESSES = 200

# Of what the table of limits says: milliseconds at the first size, growth to the others.
LIMITS = {"release": (5, 1.2), "list": (9, 1.3), "unknown": (4, 1.3), "desk": (60, 1.5)}
REPEATED = 2  # times the bare view
REPEATED_MORE = {"sqlite": 0.0, "postgresql": 0.5}  # milliseconds
START, MEMORY = 0.75, 100  # seconds of CPU, megabytes

# What another site calls what we call so.
OF_OTHERS = {
    "detail": "release",
    "list": "list",
    "deep": "list, deep",
    "topic": "list, topic",
    "speaker": "list, person",
    "feed": "feed",
    "admin_list": "desk: releases",
    "admin_form": "desk: release form",
}


def of_limits(kind):
    """Find which limits a kind of page has; None for one that has none."""
    if kind.startswith("unknown"):
        return LIMITS["unknown"]
    if kind.startswith("desk"):
        return LIMITS["desk"]
    if kind in ("release", "version"):
        return LIMITS["release"]
    return None if kind in (LOOP, BARE) or kind.startswith("sitemap") else LIMITS["list"]


def say(line):
    sys.stdout.write(f"{line}\n")


# In the process that is measured.


class Site:
    """The site in this process, asked by its WSGI handler."""

    def __init__(self, application):
        self.application, self.cookie, self.etag = application, "", ""

    def get(self, address, **headers):
        """Return the status, and the seconds of CPU that the answer took."""
        path, _question, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "443",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_ACCEPT_LANGUAGE": "en",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "https",
            "wsgi.multithread": True,
            **headers,
        }
        if path.startswith("/admin/"):
            environ["HTTP_COOKIE"] = self.cookie
        told = []
        begun = time.process_time()
        answer = self.application(
            environ, lambda status, head, error=None: told.append((status, head))
        )
        self.body = b"".join(answer)
        answer.close()
        took = time.process_time() - begun
        status, head = told[0][:2]
        self.etag = dict(head).get("ETag", "")
        return status[:3], took


def measure():
    """Measure every kind of page, and print what was found as JSON."""
    from project.wsgi import application

    site = Site(application)
    site.get("/en/")
    found = {"start": time.process_time()}
    kinds = addresses(site)
    times = {kind: ([], [], []) for kind in kinds}
    for kind in kinds:
        ask(site, kind, kinds[kind], ([], [], []), 0.1)
    for _round in range(int(os.environ["ROUNDS"])):
        for kind, several in kinds.items():
            ask(site, kind, several, times[kind], LONGEST)
        if "memory" not in found:
            found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["pages"] = {
        kind: [statistics.median(one) * 1000 if one else None for one in three]
        for kind, three in times.items()
    }
    say(json.dumps(found))


def ask(site, kind, several, times, longest):
    """Ask for pages as they are made, then for the same ones again."""
    made, again, cached = times
    if kind == LOOP:
        made += [loop() for _number in range(EACH)]
        return
    start = len(made) * 7
    asked = [several[(start + number) % len(several)] for number in range(EACH)]
    end, tags = time.monotonic() + longest, {}
    for address in asked:
        forget_pages()
        status, took = site.get(address)
        made.append(took)
        if status == "200" and site.etag:
            tags[address] = site.etag
        if time.monotonic() > end:
            break
    for address in tags:
        site.get(address)
    for address, tag in list(tags.items()) * (EACH // max(1, len(tags))):
        cached.append(site.get(address)[1])
        status, took = site.get(address, HTTP_IF_NONE_MATCH=tag)
        if status == "304":
            again.append(took)
        if time.monotonic() > end + longest:
            break


def loop():
    begun = time.process_time()
    for _number in range(10_000):
        pass
    return time.process_time() - begun


def forget_pages():
    from releases.public.page_cache import ANSWERS

    ANSWERS.held.clear()
    ANSWERS.size = 0


def addresses(site):
    """Find addresses of every kind of page, spread over the archive."""
    from django.conf import settings

    languages = [code for code, name in settings.LANGUAGES]
    lists = [f"/{code}/releases/" for code in languages]
    kinds = {LOOP: [""], BARE: ["/en/bare/"]}
    kinds |= of_texts()
    kinds["list"] = lists
    kinds["list, deep"] = list(
        behind(site, [f"{lists[0]}?to={year}" for year in range(2008, 2026)])
    )
    subjects = of_subjects()
    topics, people = (
        [address.split("/")[3] for address in subjects[kind]] for kind in ("topic", "person")
    )
    kinds["list, topic"] = [f"{lists[0]}?topic={slug}" for slug in topics]
    kinds["list, person"] = [f"{lists[0]}?person={slug}" for slug in people]
    kinds["list, kind"] = [f"{one}?kind=statement" for one in lists]
    kinds["list, year"] = [f"{lists[0]}?from={n}&to={n}" for n in range(2008, 2026)]
    kinds["list, topic and year"] = [
        f"{lists[0]}?topic={slug}&from=2015&to=2015" for slug in topics[:40]
    ]
    kinds["list, topic and person"] = [
        f"{lists[0]}?topic={topic}&person={person}"
        for topic, person in zip(topics, people, strict=False)
    ]
    kinds |= subjects
    kinds["quotes"] = [f"/{code}/quotes/" for code in languages]
    kinds["quotes, deep"] = list(behind(site, kinds["quotes"], 10))
    kinds["meetings"] = [f"/{code}/meetings/" for code in languages]
    kinds["home"] = [f"/{code}/" for code in languages]
    kinds["feed"] = [f"/{code}/feeds/releases.atom" for code in languages]
    kinds["sitemap"] = ["/sitemap.xml"]
    kinds["sitemap, releases"] = [f"/sitemap-releases-{n}-03.xml" for n in range(2010, 2024)]
    kinds["sitemap, quotes"] = [f"/sitemap-quotes-{n}-03.xml" for n in range(2010, 2024)]
    kinds["sitemap, people"] = ["/sitemap-people.xml"]
    kinds |= unknown()
    kinds |= of_desk(site)
    return kinds


def spread(rows, several=ADDRESSES):
    """Take rows from the whole of a table, by their keys."""
    last = rows.order_by("-pk").values_list("pk", flat=True).first() or 1
    step = max(1, last // several)
    found = (rows.filter(pk__gte=key).order_by("pk").first() for key in range(1, last, step))
    return list(dict.fromkeys(row for row in found if row))


def of_texts():
    from releases.models import Edition, Quote, Showing

    shown = spread(Showing.objects.filter(own=True, listed=True).select_related("edition__release"))
    corrected = Edition.objects.filter(version=1, visible_until__isnull=False)
    quotes = spread(Quote.objects.exclude(order=None).select_related("edition"))
    return {
        "release": [row.edition.canonical_url for row in shown],
        "version": [one.get_version_url() for one in spread(corrected.select_related("release"))],
        "quote": [quote.canonical_url for quote in quotes],
    }


def of_subjects():
    from releases.models import Meeting, Organisation, Person, Topic

    found = {"topic": most_named(Topic), "person": most_named(Person)}
    found |= {"organisation": spread(Organisation.objects.all())}
    found |= {"meeting": spread(Meeting.objects.all())}
    return {kind: [one.get_absolute_url() for one in records] for kind, records in found.items()}


def most_named(model, several=5):
    """Take the records that most texts name: their pages are full, however few releases."""
    from django.db.models import Count

    from releases.models import Mention

    named = Mention.objects.filter(kind=model.MENTIONED_AS).values("subject")
    often = named.annotate(texts=Count("pk")).order_by("-texts")[:several]
    return model.objects.filter(pk__in=[one["subject"] for one in often])


def behind(site, lists, pages=3):
    """Follow lists to pages further on."""
    for address in lists:
        path = address.partition("?")[0]
        for _page in range(pages):
            site.get(address)
            following = re.search(rb'href="([^"]*[?&;]after=[^"]*)"', site.body)
            if not following:
                break
            address = path + "?" + following[1].decode().replace("&amp;", "&").partition("?")[2]
            yield address


def unknown():
    return {
        "unknown: page": ["/en/nothing/", "/nothing", "/en/nothing/at/all/", "/xx/"],
        "unknown: release": [f"/en/releases/{n}/03/30/nothing-{n}/" for n in range(2007, 2025)],
        "unknown: version": [
            f"/en/releases/{n}/03/30/no-{n}/versions/7/" for n in range(2007, 2025)
        ],
        "unknown: quote": [f"/en/quotes/nothing{n}/" for n in range(20)],
        "unknown: meeting": [f"/en/meetings/nothing-{n}/" for n in range(20)],
        "unknown: person": [f"/en/people/nothing-{n}/" for n in range(20)],
        "unknown: topic": [f"/en/topics/nothing-{n}/" for n in range(20)],
        "unknown: organisation": [f"/en/organisations/nothing-{n}/" for n in range(20)],
        "unknown: filter": [f"/en/releases/?topic=nothing-{n}" for n in range(20)],
        "unknown: page of a list": ["/en/releases/?after=0", "/en/quotes/?after=0.1"],
        "unknown: reference": [f"/{n}/9999999" for n in range(2007, 2025)],
        "unknown: document": [f"/documents/{n}/nothing.pdf" for n in range(10**8, 10**8 + 20)],
        "unknown: sitemap": ["/sitemap-nothing.xml", "/sitemap-releases-1999-01.xml"],
    }


def of_desk(site):
    from releases.models import Edition, Meeting, Organisation, Person, PressRelease, Topic

    site.cookie = sign_in()
    admin = "/admin/releases"
    releases, texts = f"{admin}/pressrelease/", f"{admin}/edition/"
    states = ("public", "scheduled", "in_review", "draft", "open", "removed")
    work = ("mine", "draft", "in_review", "correction", "behind", "unconfirmed")
    return {
        "desk: start page": ["/admin/"],
        "desk: releases": [releases],
        **{f"desk: releases, {state}": [f"{releases}?state={state}"] for state in states},
        "desk: releases, year": [f"{releases}?year={n}" for n in range(2007, 2025)],
        "desk: releases, search": [f"{releases}?q={word}" for word in ("parliament", "qzzzz")],
        "desk: texts": [texts],
        **{f"desk: texts, {todo}": [f"{texts}?todo={todo}"] for todo in work},
        "desk: texts, search": [f"{texts}?q=qzzzz"],
        "desk: texts, language": [f"{texts}?language__exact=nl"],
        **{
            f"desk: {name}": [f"{admin}/{name}/"]
            for name in ("meeting", "person", "appointment", "organisation", "topic", "document")
        },
        "desk: release form": [
            f"{releases}{one.pk}/change/" for one in spread(PressRelease.objects.all(), 40)
        ],
        "desk: text form": [
            f"{texts}{one.pk}/change/" for one in spread(Edition.objects.all(), 40)
        ],
        **{
            f"desk: {model._meta.model_name} form": [
                f"{admin}/{model._meta.model_name}/{one.pk}/change/" for one in most_named(model)
            ]
            for model in (Meeting, Organisation, Person, Topic)
        },
    }


def sign_in():
    """Open a session of an administrator, whose second factor was used in it."""
    from importlib import import_module

    from allauth.mfa.models import Authenticator
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User

    from releases.desk.sign_in import USED

    user = User.objects.get_or_create(
        username="benchmark", defaults={"is_staff": True, "is_superuser": True}
    )[0]
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, data={})
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[USED] = str(user.pk), user.pk
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


# In the process that was asked for it.


def run(url, given, releases):
    """Load an archive if it is not there, and measure it in a process of its own."""
    script = [sys.executable, str(Path(__file__).with_name("archive.py")), str(releases), url]
    subprocess.run([*script, "--corpus", str(given.corpus)], check=True)  # noqa: S603
    environ = os.environ | {"BENCHMARK": url, "ROUNDS": str(given.rounds)}
    done = subprocess.run(  # noqa: S603
        [sys.executable, __file__], env=environ, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def beside(corpus, sites):
    """Measure other sites: milliseconds by the names of sites and of our kinds."""
    found = defaultdict(dict)
    for site in sites:
        name, _is, folder = site.partition("=")
        kinds = json.loads((Path(folder) / "paths.json").read_text())
        asked = [kind for kind in OF_OTHERS if kind in kinds]
        script = [sys.executable, str(corpus / "inproc.py"), folder, "--kinds", ",".join(asked)]
        lines = subprocess.run(  # noqa: S603
            [*script, "--seconds", "6"], check=True, stdout=subprocess.PIPE, text=True
        ).stdout.splitlines()
        for line in lines:
            microseconds = float(re.search(r"median +([0-9]+)", line)[1])
            found[name][OF_OTHERS[line.split()[0]]] = microseconds / 1000
    return found


def address_of(given, releases):
    name = archive.name_of(releases)
    if given.database == "sqlite":
        given.folder.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{given.folder.resolve()}/{name}.sqlite3"
    import psycopg

    with psycopg.connect(f"{given.server}/postgres", autocommit=True) as connection:
        there = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name])
        if there.fetchone() is None:
            connection.execute(f"CREATE DATABASE {name}")
    return f"{given.server}/{name}"


def table(sizes, found, others):
    """Print what was found, a line for each kind of page."""
    head = "".join(f"{size:>10} {'304':>6} {'cached':>6}" for size in sizes)
    say(f"{'ms of CPU':28}{head}" + "".join(f"{name:>9}" for name in others))
    for kind in found[sizes[0]]["pages"]:
        line = f"{kind:28}"
        for size in sizes:
            made, again, cached = (in_ms(one) for one in found[size]["pages"][kind])
            line += f"{made:>10} {again:>6} {cached:>6}"
        say(line + "".join(f"{in_ms(of.get(kind)):>9}" for of in others.values()))
    for size in sizes:
        start, memory = found[size]["start"], found[size]["memory"]
        say(f"{size}: started with the first page in {start:.2f} s of CPU; {memory:.0f} MB")


def in_ms(value):
    return "" if value is None else f"{value:.2f}"


def missed(sizes, found, others, database):
    """Say which limits are missed, in a line each."""
    first = found[sizes[0]]["pages"]
    for size in sizes:
        for sentence in missed_by_pages(first, found[size]["pages"], REPEATED_MORE[database]):
            yield f"{size}: {sentence}"
        if found[size]["start"] > START:
            yield f"{size}: a start takes {found[size]['start']:.2f} s of CPU, not {START}"
        if found[size]["memory"] > MEMORY:
            yield f"{size}: a process takes {found[size]['memory']:.0f} MB, not {MEMORY}"
    for kind, ours in first.items():
        theirs = others.get("tuned", {}).get(kind)
        if theirs and not kind.startswith("desk") and ours[0] > 1.3 * theirs:
            yield f"{kind} takes {ours[0] / theirs:.2f} times what the tuned site takes, not 1.3"


def missed_by_pages(first, pages, more):
    most = REPEATED * pages[BARE][0] + more
    # What the machine did at the other size is told by the loop.
    speed = pages[LOOP][0] / first[LOOP][0]
    for kind, (made, again, cached) in pages.items():
        if limits := of_limits(kind):
            limit = limits[0] if pages is first else first[kind][0] * limits[1] * speed
            if made > limit:
                yield f"{kind} takes {made:.2f} ms, not {limit:.2f}"
        for how, took in (("304", again), ("from the cache", cached)):
            if took and took > most:
                yield f"{kind}, {how}, takes {took:.2f} ms, not {most:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--releases", type=int, nargs="+", default=[1000])
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--folder", type=Path, default=archive.FOLDER)
    parser.add_argument("--server", default="postgres://localhost")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--corpus", type=Path, default=archive.CORPUS)
    parser.add_argument("--beside", nargs="*", default=[], metavar="NAME=FOLDER")
    parser.add_argument("--check", action="store_true", help="fail where a limit is missed")
    given = parser.parse_args()
    sizes = given.releases
    found = {size: run(address_of(given, size), given, size) for size in sizes}
    others = beside(given.corpus, given.beside)
    table(sizes, found, others)
    sentences = list(missed(sizes, found, others, given.database)) if given.check else []
    for sentence in sentences:
        say(f"Missed: {sentence}")
    sys.exit(bool(sentences))


if __name__ == "__main__":
    if url := os.environ.get("BENCHMARK"):
        archive.set_up(url)
        measure()
    else:
        main()
