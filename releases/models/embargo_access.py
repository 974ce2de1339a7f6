import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Self, cast

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from releases.text.fields import CharField, EmailField
from releases.text.instants import in_newsroom_time
from releases.text.languages import default_language, languages

from .edition import Edition
from .freeze import Freeze
from .identity import Identity
from .mail import Mail
from .release import PressRelease

TWICE = _("This address has access already: send the link again.")


class EmbargoAccessQuerySet(models.QuerySet):
    def open(self, at: datetime | None = None) -> Self:
        """
        Return those whose link leads somewhere at `at`, an aware datetime; now if not given.

        Neither revoked nor expired, to a release that is approved and not removed.
        """
        at = at or timezone.now()
        return self.filter(
            Q(expires_at=None) | Q(expires_at__gt=at),
            revoked_at=None,
            release__status=PressRelease.Status.APPROVED,
            release__removed_at=None,
        )

    def for_token(self, token: str) -> Self:
        """
        Return the access a link was made for, as a queryset. A fresh link works as soon as the
        mail server may have it, and the earlier one until the mail server does.
        """
        return self.filter(Q(digest=_digest(token)) | Q(next_digest=_digest(token)))

    def with_openings(self) -> Self:
        """Read with each how often it was `opened`, and when last (`last_opened`)."""
        openings = Opening.objects.filter(access=models.OuterRef("pk")).order_by()
        times = openings.values("access").annotate(times=Count("pk")).values("times")
        last = openings.values("access").annotate(last=Max("at")).values("last")
        return self.annotate(
            opened=Coalesce(models.Subquery(times), 0), last_opened=models.Subquery(last)
        )

    def opened(self) -> Self:
        return self.filter(models.Exists(Opening.objects.filter(access=models.OuterRef("pk"))))

    def failed(self) -> Self:
        """Return those whose mail the mail server has not taken, for now or for good."""
        failed = Mail.objects.filter(handed_over_at=None).exclude(error="")
        return self.filter(mail__in=failed, revoked_at=None)

    def tell(self, what: str, planned: datetime) -> None:
        """
        Mail each journalist that the release is "moved", "held", "let_go" or "public", which was
        `planned` for another time, an aware datetime, or for the same.
        """
        for access in cast("list[EmbargoAccess]", list(self.select_related("release"))):
            access.tell(what, planned)

    def arrived(self, at: datetime) -> None:
        """Note that the mail server has the fresh link: from now on it is the only one."""
        with_link = self.exclude(next_digest="")
        with_link.update(digest=F("next_digest"), next_digest="", accepted_at=None, mailed_at=at)


class EmbargoAccess(models.Model):
    """
    An access lets a journalist read a release before its instant, by a link of their own.

    Only a digest of the link is kept, and until the mail server has it the mail that holds it.
    It shows the text once the terms are accepted, until
    it expires or is revoked; after the instant it leads to the public page.
    """

    release = models.ForeignKey(
        PressRelease, models.CASCADE, related_name="accesses", verbose_name=_("press release")
    )
    name = CharField(_("name"), max_length=200)
    outlet = CharField(_("outlet"), max_length=200)
    email = EmailField(_("email"))
    language = CharField(
        _("language"),
        max_length=12,
        choices=languages,
        default=default_language,
        help_text=_("Of the mail, and of the text where there is one."),
    )
    expires_at = models.DateTimeField(
        _("expires at"),
        null=True,
        blank=True,
        help_text=_("Empty: the link works until the release is public, and then leads there."),
    )
    # Whoever reads the database cannot open the text with what is kept here.
    digest = CharField(max_length=64, unique=True, editable=False)
    # Of a link on its way: the old one opens until the new one has arrived.
    next_digest = CharField(max_length=64, blank=True, db_index=True, editable=False)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("given by"),
    )
    given_at = models.DateTimeField(_("given at"), default=timezone.now, editable=False)
    mailed_at = models.DateTimeField(_("mailed at"), null=True, editable=False)
    mail = models.ForeignKey(
        Mail,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="accesses",
        verbose_name=_("mail"),
    )
    accepted_at = models.DateTimeField(_("terms accepted at"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    objects = EmbargoAccessQuerySet.as_manager()

    class Meta:
        verbose_name = _("access under embargo")
        verbose_name_plural = _("accesses under embargo")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "email"],
                # Revoked ones stay on record beside a new one.
                condition=Q(revoked_at=None),
                name="access_once_an_address",
                violation_error_message=TWICE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.outlet}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.digest = self.digest or _digest(secrets.token_urlsafe())
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.expires_at and self.expires_at <= timezone.now() and not self.pk:
            raise ValidationError({"expires_at": _("This time has passed.")})
        self._refuse_to_outlive_the_embargo()
        # Django leaves out a constraint whose condition names a field that no form shows.
        same = EmbargoAccess.objects.filter(
            release=self.release_id, email=self.email, revoked_at=None
        )
        if self.revoked_at is None and same.exclude(pk=self.pk).exists():
            raise ValidationError(TWICE)

    @property
    def has_expired(self) -> bool:
        return bool(self.expires_at and self.expires_at <= timezone.now())

    @transaction.atomic
    def send(self, by: User, address_of: Callable[[str], str]) -> None:
        """
        Mail the journalist a fresh link; an earlier one works until the mail server has it.

        `address_of` makes the whole address of a token. The mail waits for its turn: how it
        went is said by `mail`. Raises PermissionDenied, and ValidationError for what no link
        may open.
        """
        if not by.has_perm("releases.add_embargoaccess"):
            raise PermissionDenied
        stored = EmbargoAccess.objects.select_for_update(of=("self",)).get(pk=self.pk)
        self.revoked_at = stored.revoked_at
        if self.revoked_at:
            raise ValidationError(_("This access has been revoked: its link stays closed."))
        if self.has_expired:
            raise ValidationError(_("This access has expired: give it a later time first."))
        if not stored.release.is_scheduled:
            raise ValidationError(
                _("A link can be sent while the release is approved and waits for its time.")
            )
        token = secrets.token_urlsafe(32)
        self._take_back_mail()
        self.next_digest, self.given_by = _digest(token), by
        self.mail = self._write(address_of(token))
        self.save(update_fields=["next_digest", "given_by", "mail"])

    @transaction.atomic
    def revoke(self, by: User) -> None:
        """End it at once; what waits to be mailed goes no more. Raises PermissionDenied."""
        if not by.has_perm("releases.change_embargoaccess"):
            raise PermissionDenied
        EmbargoAccess.objects.select_for_update().get(pk=self.pk)  # after whoever sends it now
        self._take_back_mail()
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])

    def accept(self) -> None:
        """Note that the journalist has accepted the terms; the first time counts."""
        EmbargoAccess.objects.filter(pk=self.pk, accepted_at=None).update(
            accepted_at=timezone.now()
        )

    def texts(self) -> QuerySet[Edition]:
        """Return the approved texts that go public when the embargo lifts, and no later ones."""
        # What was approved or moved “now”, and is held by a freeze, is due within that minute.
        instant = models.F("release__publish_at") + timedelta(minutes=1)
        ends_later = Q(visible_until=None) | Q(visible_until__gt=instant)
        return self.release.editions.filter(ends_later, visible_from__lt=instant).order_by("pk")

    def text(self) -> Edition | None:
        """Return the one in the journalist's language, else the first; None without any."""
        texts = list(self.texts())
        own = [edition for edition in texts if edition.language == self.language]
        return next(iter(own or texts), None)

    def is_stopped(self, at: datetime) -> bool:
        """
        Whether the release is held back, or an emergency stop is on at `at`: then the text is
        shown to nobody. A query or none.
        """
        if self.release.held_at:
            return True
        return Freeze.objects.on(at).filter(emergency=True).exists()

    def freeze(self) -> Freeze | None:
        """Return the freeze that holds the release now, or will when it is due. One query."""
        due = self.release.publish_at or timezone.now()
        return Freeze.objects.filter(emergency=False).holding(due)

    def _refuse_to_outlive_the_embargo(self) -> None:
        """Refuse an end after the release is public; one given before it was moved stays."""
        public = self.release.publish_at if self.release_id else None
        same = EmbargoAccess.objects.filter(pk=self.pk, expires_at=self.expires_at)
        outlives = public and self.expires_at and self.expires_at > public
        if public and outlives and not same.exists():
            message = _("The release is public before that, on %(time)s: leave this empty.")
            time = in_newsroom_time(public)
            raise ValidationError({"expires_at": message % {"time": time}})

    def _take_back_mail(self) -> None:
        Mail.objects.waiting().filter(accesses=self).delete()

    def tell(self, what: str, planned: datetime) -> Mail:
        """
        Mail the journalist what has become of the embargo, and until when it lasts now. Their
        link is in no such mail: it is known to them alone.
        """
        subject = _("Under embargo: a change for a release of %(publisher)s")
        about = {"what": what, "planned": planned}
        return self._post(subject, "releases/mail/embargo_changed.txt", about)

    def _write(self, link: str) -> Mail:
        subject = _("Under embargo: a release of %(publisher)s")
        return self._post(subject, "releases/mail/embargo.txt", {"link": link})

    def _post(self, subject: Any, template: str, about: dict[str, Any]) -> Mail:
        """Post a mail in the journalist's language."""
        identity = Identity.objects.current()
        with override(self.language):
            context = about | {
                "access": self,
                "freeze": self.freeze(),
                "publisher": identity.publisher,
                "contact_email": identity.desk_email,
            }
            text = render_to_string(template, context)
            subject = str(subject % {"publisher": identity.publisher})
        return Mail.objects.create(to=self.email, subject=subject, body=text)


class Opening(models.Model):
    """A journalist has opened a text under embargo, or asked for its address, once."""

    access = models.ForeignKey(EmbargoAccess, models.CASCADE, related_name="openings")
    at = models.DateTimeField(_("opened at"), default=timezone.now)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    # HEAD asks for what a GET would answer, without the text.
    method = CharField(_("request"), max_length=4, default="GET")
    agent = CharField(_("program"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.at)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
