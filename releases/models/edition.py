from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from releases.reading.attribution import places
from releases.reading.opening import opening
from releases.text import changes, html
from releases.text.fields import CharField, ProseField, SlugField, TextField
from releases.text.languages import default_language, languages, name_of_language
from releases.text.slugs import slug_from
from releases.text.verbatim import Passages

from . import preflight
from .address import Address
from .profile import may_write
from .release import PressRelease
from .review import Reviewed
from .states import OPEN, STANDING
from .worklists import EditionQuerySet


class Edition(Reviewed):
    """
    The text of a release in one language at one version.

    Approved editions never change: a correction is the next version, which takes over
    at its own `live_from`, and the version before it ends there (`live_until`). A draft
    has no `live_from`. `public_since` is when the text first became public in this
    language; it is carried from version to version, and lists and feeds sort by it.
    """

    CANNOT_CHANGE = _(
        "This text is approved and no longer changes. To correct it, write the next version; "
        "while it waits for its time, take the release off the schedule first."
    )
    CANNOT_DELETE = _(
        "This text was approved once: it is kept, with the record of who approved it."
    )
    IMMUTABLE_FIELDS = frozenset(
        {
            "release_id",
            "language",
            "version",
            "title",
            "slug",
            "summary",
            "body",
            "change_note",
            "minor",
            "source_id",
            "source_body",
        }
    )

    release = models.ForeignKey(
        PressRelease, models.CASCADE, related_name="editions", verbose_name=_("press release")
    )
    language = CharField(_("language"), max_length=12, choices=languages, default=default_language)
    version = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    title = CharField(_("title"), max_length=300)
    slug = SlugField(
        _("address"),
        max_length=90,
        blank=True,
        help_text=_(
            "The last part of the release's address. Made from the title; "
            "short words the reader would type are best."
        ),
    )
    summary = TextField(
        _("summary"),
        blank=True,
        help_text=_("One paragraph, shown in lists, feeds and search engines."),
    )
    body = ProseField(
        _("text"),
        help_text=_("Paste from Word or a mail: headings, lists, bold, italics and links stay."),
    )
    change_note = TextField(
        _("what was corrected"),
        blank=True,
        help_text=_("From the second version on: one sentence, shown to the public with its date."),
    )
    minor = models.BooleanField(
        _("minor change"),
        default=False,
        help_text=_("Spelling or layout only: no words of a quote, names, numbers or dates."),
    )
    source = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="translations",
        null=True,
        editable=False,
        verbose_name=_("translated from"),
    )
    # As it stood when the translation was begun or last brought up to it: a draft goes on changing.
    source_body = TextField(blank=True, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("approved by"),
    )
    live_from = models.DateTimeField(_("stands from"), null=True, editable=False)
    live_until = models.DateTimeField(_("stood until"), null=True, editable=False)
    public_since = models.DateTimeField(_("public since"), null=True, editable=False)
    corrected_at = models.DateTimeField(_("corrected at"), null=True, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["release", "language", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "language", "version"], name="edition_version_once"
            ),
            models.UniqueConstraint(
                fields=["release", "language"],
                condition=OPEN,
                name="edition_one_draft_per_language",
                violation_error_message=_(
                    "A draft in this language is open already: work on that one."
                ),
            ),
            models.UniqueConstraint(
                fields=["release", "language"],
                condition=STANDING,
                name="edition_one_standing_per_language",
                violation_error_message=_("Another version in this language still stands."),
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gte=F("live_from")),
                name="edition_ends_after_it_begins",
                violation_error_message=_("A version cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(live_from=None) | Q(version=1) | Q(minor=True) | ~Q(change_note=""),
                name="edition_correction_has_note",
                violation_error_message=_(
                    "Say in one sentence what was corrected, or mark the change as minor."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["language", "-public_since"], name="edition_language_newest"),
            models.Index(fields=["-public_since"], name="edition_newest"),
            models.Index(fields=["slug"], name="edition_address"),
            models.Index(fields=["live_from"], name="edition_takes_over"),
        ]
        permissions = [
            ("write_any_language", _("Can write in every language")),
            ("submit_edition", _("Can submit texts for review")),
            ("approve_edition", _("Can approve, send back and schedule texts")),
        ]

    def __str__(self):
        return f"{self.title} ({self.language}, {self.version})"

    @transaction.atomic
    def save(self, *args, **kwargs):
        """
        Number a new edition and make its address from the title where none is given.

        A text that changes while it is in review is a draft again: nobody approves what
        they have not read. Raises ValidationError where a draft in the language is open.
        """
        self.hold()
        reopened = False
        only = kwargs.get("update_fields")
        if self._state.adding:
            self._begin()
        elif not self.is_approved and (only is None or self.IMMUTABLE_FIELDS & set(only)):
            reopened = self._follow_changes()
            if only is not None:
                kwargs["update_fields"] = {*only, "slug", "submitted_at", "submitted_by"}
        if not self.slug:
            self.slug = slug_from(self.title, "release")
        super().save(*args, **kwargs)
        if reopened:
            self._review_ended()
        if self.is_approved:
            Address.objects.claim(self.release.day.isoformat(), self.slug, self.release_id)

    def clean(self):
        if self._state.adding and self.release_id:
            self._refuse_if_waiting()

    def get_absolute_url(self):
        """The address in the active language, whatever the language of the text."""
        return reverse("release-detail", kwargs=self._address())

    def get_version_url(self):
        """The address of this version, which stays when the next one takes over."""
        kwargs = {**self._address(), "version": self.version}
        return reverse("release-version", kwargs=kwargs)

    @property
    def canonical_url(self):
        """The address in the text's own language."""
        with override(self.language):
            return self.get_absolute_url()

    @property
    def is_approved(self):
        return self.live_from is not None

    @property
    def is_in_review(self):
        return not self.is_approved and self.submitted_at is not None

    @property
    def is_waiting(self):
        """Approved and not public yet. One query."""
        return self.is_approved and not self._was_public()

    @property
    def due(self):
        """The instant an approved text goes public, if no freeze holds it."""
        return max(self.live_from, self.release.publish_at)

    @property
    def language_name(self):
        """The language's name in the active language, as it stands in a sentence."""
        return name_of_language(self.language)

    @property
    def lead(self):
        """The summary; where there is none, the first sentences of the text (45 words at most)."""
        return self.summary or opening(html.plain(self.body).partition("\n")[0], 45)

    @property
    def newest_source(self):
        """The latest approved version in the language this was translated from, or None."""
        if self.source is None:
            return None
        versions = Edition.objects.filter(release=self.release_id, language=self.source.language)
        return versions.approved().order_by("version").last() or self.source

    @property
    def paragraphs_behind(self):
        """Numbers, from 0, of the source's paragraphs that have changed since. Two queries."""
        if self.source is None:
            return set()
        rendered, newest = self.source_body, self.newest_source.body
        return changes.touched(changes.paragraphs(rendered), changes.paragraphs(newest))

    @property
    def untranslated(self):
        """Numbers, from 0, of the paragraphs that still stand in the source's words."""
        if self.source is None:
            return set()
        originals = set(changes.paragraphs(self.source_body))
        own = changes.paragraphs(self.body)
        return {number for number, text in enumerate(own) if text in originals}

    def previous(self):
        """The version before this one, or None."""
        return self._versions().filter(version__lt=self.version).order_by("version").last()

    def findings(self, at=None):
        """
        What preflight finds (see `releases.models.preflight`) for a release going public at `at`,
        an aware datetime; if not given, at its planned time, or now while it has none. Some
        twenty queries.
        """
        foreseen = self.foreseen_at()
        decided = at is not None or foreseen > timezone.now()
        return preflight.findings(self, at or foreseen, decided)

    def foreseen_at(self):
        """
        When it goes public if nobody changes that: its instant, or now where that is over. Of a
        draft, the planned time of its release.
        """
        now = timezone.now()
        planned = self.due if self.is_approved else self.release.publish_at
        return max(planned or now, now)

    def address_is_taken(self, day):
        """Whether the address on `day`, a date as in 2021-03-30, belongs to another release."""
        taken = Address.objects.filter(scope=day, slug=self.slug)
        return taken.exclude(owner=self.release_id).exists()

    def order_quotes(self):
        """
        Number the quotes as they stand in the text; those that stand nowhere come last.

        Two queries, and one for each that has changed its place.
        """
        quotes = list(self.quotes.select_related("speaker").order_by("pk"))
        found = places(Passages(self.body), quotes)
        quotes.sort(key=lambda quote: found.get(quote.key, [(len(self.body), 0)]))
        for position, quote in enumerate(quotes, start=1):
            if quote.position != position:
                self.quotes.filter(pk=quote.pk).update(position=position)

    def translate(self, by, language):
        """
        Begin a translation: a draft in `language` with this text and its quotes, to be overwritten.

        Raises PermissionDenied, and ValidationError where the language is there already.
        """
        if not may_write(by, language):
            raise PermissionDenied
        if language not in dict(languages()):
            raise ValidationError(_("The newsroom does not write in this language."))
        if Edition.objects.filter(release=self.release_id, language=language).exists():
            raise ValidationError(_("There is a text in this language already."))
        return self._copy(by, language=language, source=self, source_body=self.body, slug="")

    def next_version(self, by):
        """
        Begin the version that shall follow this one: a draft with its text and quotes.

        Raises PermissionDenied, and ValidationError where one is open or waits already.
        """
        if not may_write(by, self.language):
            raise PermissionDenied
        self._refuse_if_waiting()
        if self._versions().approved().filter(version__gt=self.version).exists():
            raise ValidationError(_("A newer version stands: begin from that one."))
        rendered = {"source": self.source, "source_body": self.source_body}
        return self._copy(by, language=self.language, slug=self.slug, **rendered)

    def catch_up(self, by):
        """
        Say of a draft that it renders the newest version of its source now.

        Raises PermissionDenied, StaleError, or ValidationError where it is no draft.
        """
        if not may_write(by, self.language):
            raise PermissionDenied
        if self.is_approved:
            raise ValidationError(self.CANNOT_CHANGE)
        if newest := self.newest_source:
            self.source, self.source_body = newest, newest.body
            self.save()

    def _address(self):
        return {"day": self.release.day, "slug": self.slug}

    def _begin(self):
        """One draft a language, whoever asks first: the others are refused."""
        if not self.is_approved:
            self._refuse_if_waiting()
            if self._versions().open().exists():
                raise ValidationError(
                    _("A draft in this language is open already: work on that one.")
                )
        self.version = 1 + (self._versions().aggregate(last=Max("version"))["last"] or 0)

    def _copy(self, by, **values):
        with transaction.atomic():
            copied = {name: getattr(self, name) for name in ("title", "summary", "body")}
            new = Edition.objects.create(release=self.release, written_by=by, **copied | values)
            for quote in self.quotes.all():
                if quote.language == "" and new.language != self.language:
                    quote.language, quote.original_words = self.language, quote.words
                if quote.language == new.language:
                    quote.words = quote.original_words or quote.words
                    quote.language = quote.original_words = ""
                quote.official = quote.official and new.language == self.language
                quote.pk, quote.edition, quote._state.adding = None, new, True
                quote.save()
        return new

    def _versions(self):
        return Edition.objects.filter(release=self.release_id, language=self.language)

    def _was_public(self):
        return Edition.objects.ever_public().filter(pk=self.pk).exists()

    def _follow_changes(self):
        """
        An address made from the title follows it for as long as it has not been public, and
        a text in review that changes is a draft again. True if that has happened. Two queries.
        """
        stored = Edition.objects.get(pk=self.pk)
        made = self.slug == stored.slug == slug_from(stored.title, "release")
        if made and not self._versions().approved().exists():
            self.slug = slug_from(self.title, "release")
        changed = any(
            getattr(stored, name) != getattr(self, name) for name in self.IMMUTABLE_FIELDS
        )
        if not (stored.submitted_at and changed):
            return False
        self.submitted_at = self.submitted_by = None
        return True

    def _refuse_if_waiting(self):
        """A text nobody has read needs no second version beside it."""
        latest = self._versions().standing().first()
        if latest and latest.is_waiting:
            raise ValidationError(PressRelease.CANNOT_CHANGE)
