from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, When
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext_lazy as _

from releases import html
from releases.fields import ProseField, default_language, languages
from releases.rows import Rows
from releases.slugs import slug_from

from .frozen import FrozenModel, FrozenQuerySet
from .release import PressRelease


class EditionQuerySet(FrozenQuerySet):
    def frozen(self):
        return self.filter(live_from__isnull=False)

    def live(self, at=None):
        """
        Editions the public may read at `at`, an aware datetime; now if not given.

        The only definition of "public": every page, list, feed, sitemap and file starts here.
        """
        at = at or timezone.now()
        return self.filter(
            Q(live_until=None) | Q(live_until__gt=at),
            release__status=PressRelease.Status.APPROVED,
            release__publish_at__lte=at,
            live_from__lte=at,
        )

    def for_readers(self, language, at=None):
        """
        One live edition of each public release: the one in `language`; where there is
        none, the one in the first of the newsroom's other languages that has one.
        """
        order = [language, *(code for code, name in languages() if code != language)]
        rank = Case(
            *(When(language=code, then=place) for place, code in enumerate(order)),
            default=len(order),
            output_field=models.IntegerField(),
        )
        better = Edition.objects.live(at).alias(rank=rank)
        better = better.filter(release=OuterRef("release"), rank__lt=OuterRef("rank"))
        return self.live(at).alias(rank=rank).filter(~Exists(better))

    def dated(self, day):
        """Editions of releases dated `day`, a date in the newsroom's time zone."""
        return self.between(day, day)

    def between(self, first, last):
        """Editions of releases dated `first` to `last`, either of them None for no limit."""
        editions = self
        if first:
            editions = editions.filter(release__publish_at__gte=_midnight(first))
        if last and last < last.max:
            editions = editions.filter(
                release__publish_at__lt=_midnight(last + timezone.timedelta(days=1))
            )
        return editions

    def years(self):
        """The years of the releases' dates, from the latest to the first. One query."""
        dates = self.values("release__publish_at")
        latest = Subquery(dates.order_by("-release__publish_at")[:1])
        span = dates.order_by("release__publish_at").values_list("release__publish_at", latest)
        if not (ends := span.first()):
            return []
        first, last = (timezone.localdate(instant).year for instant in ends)
        return list(range(last, first - 1, -1))

    def naming(self, person):
        """Editions that quote a person, or whose release's meetings the person took part in."""
        quotes = Edition.quotes.rel.related_model.objects.filter(
            edition=OuterRef("pk"), speaker=person
        )
        meetings = PressRelease.meetings.through.objects.filter(
            pressrelease=OuterRef("release"),
            meeting__participations__appointment__person=person,
        )
        return self.filter(Exists(quotes) | Exists(meetings))

    def with_short_lists(self):
        """With their release, and its topics and contacts as `topic_rows` and `contact_rows`."""
        topics = PressRelease.topics.rel.model.objects.order_by("slug")
        contacts = PressRelease.contacts.rel.model.objects.order_by("name")
        release = {"releases": OuterRef("release")}
        return self.select_related("release").annotate(
            topic_rows=Rows(topics.filter(**release), "names", "slug"),
            contact_rows=Rows(contacts.filter(**release), "name", "roles", "email", "phone"),
        )

    def newest_first(self):
        """In the order in which the texts became public in their language."""
        return self.order_by("-public_since", "-pk")


class Edition(FrozenModel):
    """
    The text of a release in one language at one version.

    Approved editions never change: a correction is the next version, which takes over
    at its own `live_from`, and the version before it ends there (`live_until`). A draft
    has no `live_from`. `public_since` is when the text first became public in this
    language; it is carried from version to version, and lists and feeds sort by it.
    """

    FROZEN = _(
        "This text is approved and no longer changes. To correct it, write the next version; "
        "while it waits for its time, take the release off the schedule first."
    )
    FROZEN_FIELDS = frozenset(
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
        }
    )

    release = models.ForeignKey(
        PressRelease, models.CASCADE, related_name="editions", verbose_name=_("press release")
    )
    language = models.CharField(
        _("language"), max_length=12, choices=languages, default=default_language
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    title = models.CharField(_("title"), max_length=300)
    slug = models.SlugField(
        _("address"),
        max_length=90,
        blank=True,
        help_text=_(
            "The last part of the release's address. Made from the title; "
            "short words the reader would type are best."
        ),
    )
    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("One paragraph, shown in lists, feeds and search engines."),
    )
    body = ProseField(
        _("text"),
        help_text=_("Paste from Word or a mail: headings, lists, bold, italics and links stay."),
    )
    change_note = models.TextField(
        _("what was corrected"),
        blank=True,
        help_text=_("From the second version on: one sentence, shown to the public with its date."),
    )
    minor = models.BooleanField(
        _("minor change"),
        default=False,
        help_text=_("Spelling or layout only: no words of a quote, names, numbers or dates."),
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
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
                condition=Q(live_from=None),
                name="edition_one_draft_per_language",
                violation_error_message=_(
                    "A draft in this language is open already: work on that one."
                ),
            ),
            models.UniqueConstraint(
                fields=["release", "language"],
                condition=Q(live_from__isnull=False, live_until=None),
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
        ]

    def __str__(self):
        return f"{self.title} ({self.language}, {self.version})"

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Number a new edition and make its address from the title where none is given."""
        if self._state.adding:
            self._refuse_if_scheduled()
            self.version = 1 + (self._versions().aggregate(last=Max("version"))["last"] or 0)
        if not self.slug:
            self.slug = slug_from(self.title, "release")
        super().save(*args, **kwargs)

    def clean(self):
        if self._state.adding and self.release_id:
            self._refuse_if_scheduled()

    def get_absolute_url(self):
        """The address in the active language, whatever the language of the text."""
        return reverse("release-detail", kwargs={"day": self.release.day, "slug": self.slug})

    @property
    def canonical_url(self):
        """The address in the text's own language."""
        with override(self.language):
            return self.get_absolute_url()

    @property
    def is_approved(self):
        return self.live_from is not None

    @property
    def language_name(self):
        """The language's name in the active language, such as "French"."""
        return get_language_info(self.language)["name_translated"]

    @property
    def lead(self):
        """The summary; where there is none, the text's first words (40 at most)."""
        return self.summary or Truncator(html.plain(self.body).partition("\n")[0]).words(40, "…")

    @property
    def corrected_at(self):
        """When this version took over with a public note, or None."""
        return self.live_from if self.version > 1 and not self.minor else None

    def problems(self, day=None):
        """
        Sentences for what stands in the way of approval, for a release dated `day`.

        One query for the quotes, one for each speaker's appointment.
        """
        found = []
        if not html.plain(self.body):
            found.append(_("The text is empty."))
        if self.version > 1 and not self.minor and not self.change_note:
            found.append(_("Say in one sentence what was corrected, or mark the change as minor."))
        for quote in self.quotes.select_related("speaker", "appointment"):
            found += quote.problems(self.body, day or self.release.day)
        return found

    @transaction.atomic
    def submit(self):
        """Hand a draft in for approval. Raises ValidationError if it is none or is not ready."""
        edition, release = self._locked()
        if edition.is_approved or edition.submitted_at:
            raise ValidationError(_("This text has been submitted already."))
        if problems := edition.problems():
            raise ValidationError(problems)
        edition.submitted_at = timezone.now()
        edition.save(update_fields=["submitted_at"])
        if release.status == PressRelease.Status.DRAFT:
            release.status = PressRelease.Status.IN_REVIEW
            release.save(update_fields=["status"])
        self.refresh_from_db()

    @transaction.atomic
    def approve(self, by, publish_at=None):
        """
        Make this the standing text: public from `publish_at`, an aware datetime; now if not given.

        A release that is approved already keeps its time: a later language or version
        goes out at once, or with the others. Raises ValidationError, and changes
        nothing, if the text is not submitted or not ready, if the time has passed, or
        if another release of that day has the same address.
        """
        now = timezone.now()
        edition, release = self._locked()
        if edition.is_approved:
            raise ValidationError(_("This text has been approved already."))
        if not edition.submitted_at:
            raise ValidationError(_("Submit the text before you approve it."))
        if release.status != PressRelease.Status.APPROVED:
            if publish_at and publish_at < now:
                raise ValidationError(
                    _("This time has passed. Leave it empty to publish now."), code="passed"
                )
            release.publish_at = publish_at or now
            release.status = PressRelease.Status.APPROVED
        if problems := edition.problems(release.day):
            raise ValidationError(problems)
        release.save()
        if edition._address_is_taken(release.day):
            raise ValidationError(
                _("Another release of that day has the address “%(slug)s”. Change the address."),
                params={"slug": edition.slug},
            )
        standing = edition._versions().filter(live_from__isnull=False, live_until=None).first()
        if standing:
            edition._versions().filter(pk=standing.pk).update(live_until=now)
        edition.live_from = now
        edition.public_since = standing.public_since if standing else max(now, release.publish_at)
        edition.approved_by = by
        edition.save()
        self.refresh_from_db()

    def _locked(self):
        """This edition and its release as stored, locked until the transaction ends."""
        release = PressRelease.objects.select_for_update().get(pk=self.release_id)
        edition = Edition.objects.select_for_update().get(pk=self.pk)
        edition.release = release
        return edition, release

    def _versions(self):
        return Edition.objects.filter(release=self.release_id, language=self.language)

    def _refuse_if_scheduled(self):
        """A text nobody has read needs no second version beside it."""
        if self.release.is_scheduled and self._versions().filter(live_from__isnull=False).exists():
            raise ValidationError(PressRelease.FROZEN)

    def _address_is_taken(self, day):
        others = Edition.objects.exclude(release=self.release_id).dated(day)
        return others.filter(slug=self.slug, live_from__isnull=False).exists()


def _midnight(day):
    return timezone.make_aware(timezone.datetime.combine(day, timezone.datetime.min.time()))
