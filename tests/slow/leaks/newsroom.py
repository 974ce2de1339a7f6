import hashlib
import re
import uuid
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain, count

import pytest
from django.core.files.base import ContentFile
from django.db import connection, models, transaction
from django.test.client import ClientHandler, RequestFactory
from django.utils import timezone
from PIL import Image

from releases.models import Edition, EmbargoAccess, Picture, PressRelease, Quote
from releases.public.identity import KEPT
from releases.text.captions import CaptionsField
from releases.text.languages import languages
from releases.text.names import NamesField
from tests.builders import CAPTIONS, approve, film_file, make_editor, picture_file, submit

from .addresses import mapped, offers
from .stranger import Answer, Request, files, links, parameters, questions, unfriendly
from .words import FORMER, LETTERS, NEVER, NO_WORDS, said_in

SECOND = timedelta(seconds=1)


class Newsroom:
    """
    A newsroom whose texts are all made-up words, and what a stranger is answered there.

    What is made within `secret()` is looked for with `expect_nothing()` and `expect_all()`,
    at instants of their own; a test ends with all of it undone, and with the same requests
    once more.

    The `part`, a number and of how many, is what is asked for here: every so many routes of the
    map, and whatever their answers lead to that the map does not have.
    """

    def __init__(self, clock, settings, part=(0, 1)):
        self.clock, self.settings, self.part = clock, settings, part
        self.handler = ClientHandler(enforce_csrf_checks=False)
        self.meaning, self.tokens, self.asked = {}, [], []
        self._numbers, self._known, self._known_releases = count(1), set(), set()
        self.writer, self.editor = (make_editor(self.word("User.username")) for __ in range(2))

    def at(self, instant):
        self.clock.move_to(instant, tick=False)

    # Records

    def word(self, meaning):
        """A word nobody has used yet. `meaning` says whose it is: `Edition.title`."""
        number = next(self._numbers)
        letters = [LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(5)]
        return self._meaning("zq" + "".join(letters), meaning)

    def fill(self, model, **given):
        """A record, not saved, each text of which that is not given is a made-up word."""
        record = model(**given)
        texts = models.CharField | models.TextField | models.FileField | NamesField
        for column in model._meta.concrete_fields:
            name = f"{model.__name__}.{column.name}"
            left = column.choices or column.name in given or name in NO_WORDS
            if isinstance(column, texts) and not left:
                setattr(record, column.name, self._text(column, name))
        return record

    def make(self, model, moved=False, **given):
        """A record each text of which is a made-up word; if `moved`, its page was elsewhere."""
        slug = {"slug": self.word(FORMER)} if moved else {}
        record = self.fill(model, **slug | given)
        record.save()
        if model is Picture:
            record.make_files()  # as at the end of the transaction, which a test has not
        if moved:
            record.slug = self.word(f"{model.__name__}.slug")
            record.save()
        return record

    def make_text(self, release, language, quotes=(), source=None):
        """
        A draft with its quotes. `quotes` are what is known of them: who speaks, and so on.
        """
        said = [f"{self.word('Quote.words')} is what we say." for __ in quotes]
        body = f"<p>{self.word('Edition.body')} stands here.</p>"
        body += "".join(f"<p>The minister said: “{words}”</p>" for words in said)
        values = {"language": language, "source": source, "body": body, "change_note": ""}
        edition = self.fill(Edition, release=release, written_by=self.writer, **values)
        edition.save()
        for words, values in zip(said, quotes, strict=True):
            self.fill(Quote, edition=edition, words=words, **values).save()
        return edition

    def make_link(self, release, **given):
        """The token of a link to a release under embargo. Kept, to be tried by the stranger."""
        token = self.word("EmbargoAccess.token")
        digest = hashlib.sha256(token.encode()).hexdigest()
        self.make(EmbargoAccess, release=release, digest=digest, **given)
        self.tokens.append({"token": token})
        return token

    def approve(self, edition, at=None):
        edition.refresh_from_db()  # its release as it is by now
        submit(edition, by=self.writer)
        return approve(edition, by=self.editor, at=at)

    def _text(self, column, name):
        if isinstance(column, CaptionsField):
            return {code: CAPTIONS.replace("We begin", self.word(name)) for code, __ in languages()}
        if isinstance(column, NamesField):
            return {code: f"{self.word(name)} in {code}" for code, __ in languages()}
        if column.name == "phone":
            return "+" + self._meaning(f"32990{next(self._numbers):06}", name)
        word = self.word(name)
        if name == "Picture.file":
            exif = Image.Exif()
            exif[0x013B] = self.word(name)  # the artist
            return picture_file(name=f"{word}.jpg", exif=exif)
        if name == "Recording.file":
            said = self.word("what is in a recording").encode()
            return ContentFile(film_file().read() + said, name=f"{word}.webm")
        if isinstance(column, models.FileField):
            return ContentFile(f"%PDF {self.word(name)}".encode(), name=f"{word}.pdf")
        if isinstance(column, models.EmailField):
            return f"{word}@{word}.example"
        if isinstance(column, models.URLField):
            return f"https://{word}.example/{word}"
        return word if isinstance(column, models.SlugField) else f"{word} is here"

    def _meaning(self, word, meaning):
        self.meaning[word] = meaning
        return word

    # Answers

    @contextmanager
    def secret(self):
        """
        What is made within is the secret, and never was when the block ends.

        Then all that was asked for before its instants is asked for again, and has to be
        answered the same: nothing may tell what is hidden from what has never been.
        """
        self._known = set(self.meaning)
        self._known_releases = set(PressRelease.objects.values_list("pk", flat=True))
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
        self._forget()
        problems = []
        for instant, answers in self.asked:
            self.at(instant)
            for request, answer in answers.items():
                if difference := answer.difference(self.ask(request)):
                    problems.append(f"{instant:%d %H:%M:%S} {request} tells: {difference}")
        _fail("Answered otherwise than if it had never been", problems)

    def expect_nothing(self, at, until=None, curious=False):
        """
        The stranger finds nothing of the secret at `at`; where `curious`, not by guessing either.

        No cache keeps an answer beyond `until`, the instant at which it will be out.
        """
        self.at(at)
        answers = self._visit(curious)
        self.asked.append((at, answers))
        self._expect_none_of(self.secrets | self.never, answers, self._marks())
        if until:
            _fail(f"Kept by caches beyond {until:%H:%M:%S}", _kept_beyond(until, answers))

    def expect_all(self, at, but=frozenset()):
        """
        All of the secret is public at `at`, `but` for these words, which are not; and is so
        a second later, where it was found.
        """
        self.at(at)
        answers = self._visit()
        self._expect_none_of(self.never | but, answers)
        self._expect_fresh(answers)
        where = self._find(self.secrets - self.never - but, answers, self._news)
        self.at(at + SECOND)
        lost = [str(r) for r, answer in where.items() if answer.body != self.ask(r).body]
        _fail("Changed again a second later", lost)

    def expect_ended(self, at, words):
        """
        These words are nowhere any more, and no cache keeps what was answered a second before.
        """
        self.at(at - SECOND)
        _fail(f"Kept by caches beyond {at:%H:%M:%S}", _kept_beyond(at, self._visit()))
        self.at(at)
        self._expect_none_of(words, self._visit())

    def expect_gone(self, at, own=frozenset(), anywhere=frozenset()):
        """
        What was public has been removed: its words are nowhere but for `own`, which its own
        addresses still show, and those of what it named and what stays (`anywhere`).
        """
        self.at(at)
        answers = self._visit()
        texts = self._mapped(lambda route: {"day", "key", "number"} & route.arguments.keys())
        texts = {a for addresses in texts.values() for a in addresses if self._is_new(a)}
        # What it alone named is gone with it, and its page says why as its own does.
        texts |= {r.address for r, answer in answers.items() if answer.status == 410}
        elsewhere = {r: a for r, a in answers.items() if r.address not in texts}
        self._expect_none_of(self.secrets - own - anywhere | self.never, answers)
        self._expect_none_of(self.secrets - anywhere, elsewhere)
        self._find(own, answers, lambda request, answer: answer.words)
        named = {r for r, a in elsewhere.items() if (a.words | said_in(r.address)) & anywhere}
        asked = {r: a._replace(known=True) for r, a in elsewhere.items() if r not in named}
        self.asked.append((at, asked))

    @property
    def secrets(self):
        return self.meaning.keys() - self._known

    @property
    def never(self):
        return {word for word, meaning in self.meaning.items() if meaning in NEVER}

    def words_of(self, *models):
        """The secret words of models, as in `Topic`, or of their fields, as in `Edition.title`."""
        return {
            word
            for word in self.secrets
            if {self.meaning[word], self.meaning[word].partition(".")[0]} & {*models}
        }

    def ask(self, request):
        asked = RequestFactory().generic(
            request.method, request.address, headers=dict(request.headers)
        )
        queries = []
        KEPT.clear()  # what a process knows already would make one answer cost less than another
        with connection.execute_wrapper(lambda run, *args: queries.append(1) or run(*args)):
            response = self.handler(asked.environ)
            body = b"".join(response)
        headers = dict(response.items())
        if response.cookies:
            headers["Set-Cookie"] = response.cookies.output()
        return Answer(response.status_code, headers, body, len(queries))

    def _visit(self, curious=False):
        """
        The answers to all a stranger can ask for in this part, by what was asked; also by
        guessing.
        """
        answers = {}
        own, others = self._shared_out()
        self._follow(own, others, answers)
        self._follow(self._guesses(answers, curious), others, answers)
        return answers

    def _shared_out(self):
        """What the map has: the requests of this part, and those of the others."""
        number, parts = self.part
        mapped = sorted(self._mapped().items(), key=lambda pair: pair[0].form)
        own = set().union(*(addresses for __, addresses in mapped[number::parts]))
        others = set().union(*(addresses for __, addresses in mapped)) - own
        return [[Request("GET", a) for a in sorted(addresses)] for addresses in (own, others)]

    def _follow(self, waiting, others, answers):
        """
        Ask for these, and for all that the answers lead to, until there is nothing new; but
        not for what the `others` ask.
        """
        waiting, others = list(waiting), {*others}
        while waiting:
            request = waiting.pop()
            if request not in answers and request not in others:
                answers[request] = answer = self.ask(request)
                assert answer.status < 500, f"{request} is answered {answer.status}"
                waiting += [Request("GET", link) for link in links(request.address, answer)]

    def _find(self, words, answers, shown):
        """
        The first part sees that each of the words is somewhere: among the answers, or else
        wherever the map leads, their own pages and English first. `shown` are the words a
        request is answered with. Where they were found, by what was asked.
        """
        if self.part[0]:
            return {}
        where, missing = {}, set(words)
        own = [r for r in self._shared_out()[1] if said_in(r.address) & words]
        lists = [r for r in self._shared_out()[1] if r not in own]
        elsewhere = sorted(own, key=lambda r: not r.address.startswith("/en/")) + lists
        for request in chain(answers, elsewhere):
            if not missing:
                break
            answer = answers.get(request) or self.ask(request)
            if found := missing & shown(request, answer):
                where[request] = answer
                missing -= found
        _fail("Nowhere to be found", [self._about(word) for word in sorted(missing)])
        return where

    def _news(self, request, answer):
        """The words that an answer says and its address does not, but for one that it had."""
        news = answer.words - said_in(request.address)
        if answer.status < 400:  # a former address leads on
            news |= {w for w in said_in(request.address) if self.meaning[w] == FORMER}
        return news

    def _mapped(self, chosen=lambda route: True):
        return mapped([*offers(), *self.tokens], chosen)

    def _guesses(self, answers, curious):
        """What somebody asks who knows the addresses there are, in English and in no language."""
        near = {r.address for r in answers if not re.match("/(?!en)[a-z]{2}/", r.address)}
        for address in near:
            if "2030" in address:
                yield Request("GET", address.replace("2030", "2031"))
        if not curious:
            return
        yield from (Request("GET", address) for address in files())
        for address in near:
            if etag := answers[Request("GET", address)].headers.get("ETag"):
                yield Request("GET", address, (("If-None-Match", etag),))
        for route, addresses in self._mapped().items():
            if not route.arguments:
                for address in addresses & near:
                    yield from self._questions(address, parameters(answers))
            elif new := sorted(a for a in addresses & near if self._is_new(a)):
                yield from unfriendly(new[0])

    def _questions(self, address, names):
        """What may be asked of a list, whether it understands the question or not."""
        of_each_field = {self.meaning[word]: word for word in sorted(self.secrets)}
        known = questions(self.secrets) | {"q": sorted(of_each_field.values())}
        for name in sorted(names | known.keys()):
            for value in known.get(name, sorted(self.secrets)):
                yield Request("GET", f"{address}?{name}={value}")

    def _is_new(self, address):
        return bool(said_in(address) & self.secrets) or any(m in address for m in self._marks())

    def _marks(self):
        """What gives a release away beside its words: reference, day, and the ids in feeds."""
        found = set()
        codes = [code for code, __ in languages()]
        for release in PressRelease.objects.exclude(pk__in=self._known_releases):
            found |= {str(release.uuid), *(str(uuid.uuid5(release.uuid, code)) for code in codes)}
            if release.reference:
                found |= {release.reference, f"{release.day:%Y/%m/%d}"}
        return found

    def _expect_none_of(self, words, answers, marks=frozenset()):
        problems = []
        for request, answer in answers.items():
            shown = answer.words & words - said_in(request.address)
            problems += [f"{request} shows {self._about(word)}" for word in sorted(shown)]
            text = f"{answer.headers} {answer.body.decode(errors='replace')}"
            problems += [
                f"{request} shows {mark}"
                for mark in sorted(marks)
                if mark in text and mark not in request.address
            ]
        _fail(f"Not public at {timezone.localtime():%d %H:%M:%S}, and shown", problems)

    def _expect_fresh(self, answers):
        """Who asks again with the ETag of before gets what is new."""
        before = self.asked[-1][1] if self.asked else {}
        stale = []
        for request, answer in answers.items():
            tag, old = answer.headers.get("ETag"), before.get(request)
            news = answer.words & self.secrets - said_in(request.address)
            if tag and news and old and tag == old.headers.get("ETag"):
                stale.append(str(request))
        _fail("Changed under the same ETag", stale)

    def _about(self, word):
        return f"{word}, {self.meaning[word]}"

    def _forget(self):
        """An empty cache: the secret has never been."""
        own = {"KEY_PREFIX": uuid.uuid4().hex}
        self.settings.CACHES = {name: kept | own for name, kept in self.settings.CACHES.items()}


def _kept_beyond(until, answers):
    """
    Which of these answers a cache may hand out after an instant; but for icons, each of which
    has its name from all it shows.
    """
    return [
        f"{request} can be kept for {answer.seconds} s"
        for request, answer in answers.items()
        if timezone.now() + answer.seconds * SECOND > until
        if not request.address.startswith("/icon/")
    ]


def _fail(title, problems):
    if problems:
        more = [f"and {len(problems) - 10} more"] if len(problems) > 10 else []
        pytest.fail("\n".join([f"{title}:", *problems[:10], *more]), pytrace=False)
