from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.utils.crypto import get_random_string
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from releases.reading.attribution import places
from releases.reading.opening import shortened
from releases.text import html, verbatim
from releases.text.addresses import address
from releases.text.fields import CharField, SlugField, TextField
from releases.text.languages import languages
from releases.text.verbatim import Passages

from .edition import Edition
from .moment import Moment
from .showing import visible
from .text_part import TextPart, TextPartQuerySet
from .visibility import LIGHT

# What lists show.
OF_QUOTES = ("edition", "key", "words", "title_as_printed", "printed", "order", "position")
OF_TEXTS = ("release", "language", "title", "slug")
OF_RELEASES = ("publish_at", "first_published_at")

MOST_WORDS = 45  # of a quote in brief
KEY_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_key() -> str:
    """Return ten letters and digits that nobody mistakes for one another when read out."""
    return get_random_string(10, KEY_LETTERS)


class QuoteQuerySet(TextPartQuerySet["Quote"]):
    def readable(self, moment: Moment) -> Self:
        """Return those of texts that can be read, replaced versions and withdrawn ones too."""
        return self.filter(
            edition__visible_from__lte=moment.limit,
            edition__release__removal__in=("", "withdrawn"),
        )

    def listed(self, reader: str, moment: Moment, **shown: Any) -> Self:
        """
        Return public quotes, once each: from the text that readers of a language are shown.
        `shown` says more of its `Showing`.
        """
        of_row = {"listed": True, "reader": reader} | shown
        row = {f"edition__showings__{name}": value for name, value in of_row.items()}
        return self.filter(visible(moment, "edition__showings__"), **row)

    def with_texts(self) -> Self:
        """Read text and release in the same query, but for the words of the text."""
        light = [f"edition__{name}" for name in LIGHT]
        return self.select_related("edition__release").defer(*light)

    def for_lists(self) -> Self:
        """Read in the same query what lists show of a quote, its text and its release."""
        return self.select_related("edition__release").only(
            *OF_QUOTES,
            *(f"edition__{name}" for name in OF_TEXTS),
            *(f"edition__release__{name}" for name in OF_RELEASES),
        )

    @transaction.atomic
    def number_as_in(self, body: str) -> None:
        """
        Number the quotes of one text as they stand in its `body`; those that stand nowhere come
        last. Two queries, and some for each that has changed its place.
        """
        quotes = list(self.select_related("speaker").order_by("pk"))
        found = places(Passages(body), quotes)
        quotes.sort(key=lambda quote: found.get(quote.key, [(len(body), 0)]))
        for position, quote in enumerate(quotes, start=1):
            if quote.position != position:
                self.filter(pk=quote.pk).update(position=position)

    def with_newest(self) -> Self:
        """Read with each of those `listed()` when its readers got it, for the order of lists."""
        return self.annotate(newest=F("edition__showings__newest"))

    def newest_first(self) -> Self:
        """Put first what its readers got last, of those `listed()`."""
        return self.with_newest().order_by(F("newest").desc(), "position")


class Quote(TextPart):
    """
    A quote is what somebody said, as evidence: the words, and the office they were said in.

    The words stand verbatim in the edition's text (see `releases.text.verbatim` for what
    is folded in the comparison); where the text breaks them off, such as for “she said”, an
    empty line separates their parts. `key` is the same in every version and language of
    the release: `/quotes/<key>/` is the quote's permanent address.
    """

    IMMUTABLE_FIELDS = frozenset(
        {
            "edition_id",
            "key",
            "words",
            "speaker_id",
            "appointment_id",
            "title_as_printed",
            "language",
            "meeting_id",
            "position",
            "original_words",
            "official",
        }
    )

    edition = models.ForeignKey(
        Edition, models.CASCADE, related_name="quotes", verbose_name=_("edition")
    )
    key = SlugField(_("key"), max_length=20, default=new_key, editable=False)
    words = TextField(
        _("words"),
        help_text=_(
            "Copied from the text, without the outer quotation marks. Where the text breaks the "
            "quote off, such as for “she said”, leave an empty line there."
        ),
    )
    speaker = models.ForeignKey(
        "Person", models.PROTECT, related_name="quotes", verbose_name=_("speaker")
    )
    appointment = models.ForeignKey(
        "Appointment",
        models.PROTECT,
        related_name="quotes",
        null=True,
        blank=True,
        verbose_name=_("office held that day"),
        help_text=_("Leave it empty: the office of the release's day is filled in."),
    )
    title_as_printed = CharField(
        _("title as printed"),
        max_length=300,
        blank=True,
        help_text=_("How the text names the speaker's office, if it does."),
    )
    language = CharField(
        _("spoken in"),
        max_length=12,
        choices=languages,
        blank=True,
        help_text=_("If it differs from the text's language, the words are a translation."),
    )
    original_words = TextField(
        _("words as spoken"),
        blank=True,
        help_text=_("For a translation: the words in the language they were spoken in."),
    )
    official = models.BooleanField(
        _("official translation"),
        default=False,
        help_text=_("The speaker's own office has published or approved this translation."),
    )
    meeting = models.ForeignKey(
        "Meeting",
        models.PROTECT,
        related_name="quotes",
        null=True,
        blank=True,
        verbose_name=_("said at"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0, editable=False)
    # Of an approved text (see `releases.models.printed`): who spoke in which office, and where;
    # and the place of its release in lists.
    printed = models.JSONField(default=dict, editable=False)
    order = models.BigIntegerField(null=True, editable=False)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["position", "pk"]
        constraints = [
            # Once a text, and the same in its versions and languages: the address says which quote.
            models.UniqueConstraint(fields=["edition", "key"], name="quote_key_once_an_edition"),
            models.CheckConstraint(
                condition=~models.Q(words=""),
                name="quote_has_words",
                violation_error_message=_("A quote needs its words."),
            ),
        ]
        indexes = [
            models.Index(fields=["key"], name="quote_key"),
            models.Index(fields=["speaker", "-order", "position"], name="quote_of_speaker"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}: {Truncator(self.in_one_line).words(8)}"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Save what differs from the row, and make a draft again of a text in review.

        Raises ValidationError where the text is approved, whatever this copy of it says. Locks
        the release.
        """
        self.edition.lock_release()
        # A quote may be moved in hand from an approved text to a draft: both are asked.
        texts, rows = {self.edition_id}, Quote.objects.filter(pk=self.pk)
        if self.pk and (stored := rows.values(*self.IMMUTABLE_FIELDS).first()):
            self.position = stored["position"]  # the text numbers its quotes, not a copy in hand
            changed = self.differing(stored)
            if not changed:
                return  # a text in review is not opened again by a form sent back as it was
            kwargs.setdefault("update_fields", changed)
            texts.add(stored["edition_id"])
        if Edition.objects.approved().filter(pk__in=texts).exists():
            raise ValidationError(self.CANNOT_CHANGE)
        super().save(*args, **kwargs)
        self.edition.reopen()

    def clean(self) -> None:
        """Fill in the office of the day, and refuse words that do not stand in the text."""
        # A browser ends lines with \r\n: words sent back as they were are not changed by that.
        self.words = self.words.replace("\r\n", "\n")
        self.original_words = self.original_words.replace("\r\n", "\n")
        if not self.is_translation and (self.original_words or self.official):
            message = _("Say in which other language it was spoken, or that it is no translation.")
            raise ValidationError({"language": message})
        if self.speaker_id is None:
            return
        day = self.edition.release.day
        if self.appointment is None:
            held = list(self.speaker.appointments.on(day)[:2])
            self.appointment = held[0] if len(held) == 1 else None
        if problems := self.problems(self.edition.body, day):
            raise ValidationError(problems)

    def get_absolute_url(self) -> str:
        return address("quote-detail", key=self.key)

    def get_card_url(self) -> str:
        """Return the address of the picture that other sites show with a link to the quote."""
        return address("quote-card", key=self.key)

    def get_bibtex_url(self) -> str:
        """Return the address of a file that cites the quote, for LaTeX."""
        return address("quote-bibtex", key=self.key)

    def get_ris_url(self) -> str:
        """Return the address of a file that cites the quote, for reference managers."""
        return address("quote-ris", key=self.key)

    @property
    def canonical_url(self) -> str:
        """This is the address in the language of the edition it stands in."""
        with override(self.edition.language):
            return self.get_absolute_url()

    @property
    def parts(self) -> list[str]:
        """The words stand in the text in these parts, with something else between them."""
        return verbatim.parts(self.words)

    @property
    def in_one_line(self) -> str:
        """The words stand in one line, with a mark between their parts."""
        return verbatim.in_one_line(self.words)

    @property
    def in_brief(self) -> str:
        """The words stand in lists, citations and cards like this: cut at the end of a sentence."""
        return shortened(self.in_one_line, MOST_WORDS)

    @property
    def original_parts(self) -> list[str]:
        return verbatim.parts(self.original_words)

    @property
    def original_in_one_line(self) -> str:
        return verbatim.in_one_line(self.original_words)

    @property
    def office(self) -> str:
        """The office is named as the text prints it, else as it is on record; or empty."""
        return self.title_as_printed or (str(self.appointment.titles) if self.appointment else "")

    @property
    def is_translation(self) -> bool:
        return bool(self.language) and self.language != self.edition.language

    def problems(self, body: str, day: date) -> list[str]:
        """Say what is wrong with this quote in the text `body` of a release of `day`."""
        found: list[str] = []
        if not self.words:
            return found
        if difference := verbatim.first_difference(html.plain(body), self.words):
            found.append(_sentence(difference, self.parts))
        if self.appointment:
            if self.appointment.person_id != self.speaker_id:
                found.append(
                    _("%(office)s is not an office of %(speaker)s.")
                    % {"office": self.appointment.titles, "speaker": self.speaker}
                )
            elif not self.appointment.covers(day):
                found.append(
                    _("%(appointment)s: this office was not held on %(day)s.")
                    % {"appointment": self.appointment, "day": date_format(day)}
                )
        return found


def _sentence(difference: Any, parts: list[str]) -> str:
    """Return what an editor reads about a difference, with the part if there are several."""
    if len(parts) < 2:
        return _sentence_of_part(difference)
    number = difference.part
    about = {
        "number": number,
        "before": number - 1,
        "part": Truncator(parts[number - 1]).words(5),
        "sentence": _sentence_of_part(difference),
    }
    if difference.misplaced == "before":
        return (
            _(
                "These parts stand in another order in the text: part %(number)s, “%(part)s”, "
                "comes before part %(before)s."
            )
            % about
        )
    if difference.misplaced:
        return (
            _(
                "Part %(number)s, “%(part)s”, stands in the text only where it overlaps part "
                "%(before)s."
            )
            % about
        )
    return _("Part %(number)s, “%(part)s”: %(sentence)s") % about


def _sentence_of_part(difference: Any) -> str:
    if not difference.agreed and not difference.in_text:
        return str(_("These words do not stand in the text. Copy the quote from the text."))
    if not difference.in_text:
        return _(
            "These words do not stand in the text: it agrees up to “%(agreed)s” and ends there, "
            "the quote goes on with “%(in_words)s”."
        ) % vars(difference)
    if not difference.agreed:
        return _(
            "These words do not stand in the text: the quote begins with “%(in_words)s” where "
            "the text has “%(in_text)s”."
        ) % vars(difference)
    return _(
        "These words do not stand in the text. They agree up to “%(agreed)s”; then the quote has "
        "“%(in_words)s” where the text has “%(in_text)s”."
    ) % vars(difference)
