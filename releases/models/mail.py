from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any, Self

from django.core.mail import EmailMessage
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.text.fields import CharField, EmailField, TextField

# Longer than an attempt can take: what somebody claimed and did not finish is due again.
CLAIM = timedelta(minutes=10)

PAUSES = [1, 2, 5, 10, 20, 30]  # minutes after each attempt that failed; then an hour
GIVEN_UP_AFTER = timedelta(days=2)
KEPT_FOR = timedelta(days=30)
NOT_AGAIN_WITHIN = timedelta(minutes=10)


class MailQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(due_at__isnull=False)

    def due(self) -> Self:
        return self.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")

    def over(self) -> Self:
        """Return what was handed over, or given up, long enough ago to be forgotten."""
        return self.filter(due_at=None, created_at__lt=timezone.now() - KEPT_FOR)

    def post_once(self, to: str, subject: str, body: str) -> None:
        """Post it, unless the same address was told the same a few minutes ago, or waits to be."""
        with transaction.atomic():
            same = self.filter(to=to, subject=Mail.header(subject))
            lately = Q(created_at__gt=timezone.now() - NOT_AGAIN_WITHIN)
            if not same.filter(lately | Q(due_at__isnull=False)).exists():
                self.create(to=to, subject=subject, body=body)


class Mail(models.Model):
    """
    A mail is on its way to one address. It is saved in the transaction of what causes it, and
    handed over to the mail server by `releases.delivery.outbox`.

    `due_at` is the instant of the next attempt: null once it was handed over, or given up.
    From then on the text is gone, as it may hold the link to a text under embargo. A process
    that dies on the way loses nothing: the mail goes again, in the worst case twice.
    """

    to = EmailField(_("to"), max_length=254)
    subject = CharField(_("subject"), max_length=200)
    body = TextField(_("text"), blank=True)
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    due_at = models.DateTimeField(_("next attempt"), null=True, default=timezone.now)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    # By the mail server, not by the reader: nothing here knows more.
    handed_over_at = models.DateTimeField(_("handed over at"), null=True)
    error = TextField(_("error"), blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["pk"]
        indexes = [
            # Of those that wait: looked at every few seconds, and nearly always empty.
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="mail_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.subject = self.header(self.subject)
        super().save(*args, **kwargs)

    @staticmethod
    def header(subject: object) -> str:
        """Make one line of a subject, no longer than there is room for."""
        return " ".join(str(subject).split())[:200]

    def claim(self) -> bool:
        """Take it for one attempt. Returns False where somebody else has. One query."""
        until = timezone.now() + CLAIM
        mine = Mail.objects.filter(pk=self.pk, due_at=self.due_at)
        if not mine.update(due_at=until, attempts=F("attempts") + 1):
            return False
        self.due_at, self.attempts = until, self.attempts + 1
        return True

    def hand_over(self) -> bool:
        """
        Give it to the mail server, once it is claimed. Returns False without one, or where it
        would take no other mail either. The link in it takes the place of the earlier one in
        the transaction that says so.
        """
        try:
            EmailMessage(self.subject, self.body, to=[self.to]).send()
        except (OSError, ValueError) as error:  # SMTPException is the one, a bad header the other
            self._failed(error)
            return isinstance(error, SMTPDataError | SMTPRecipientsRefused | ValueError)
        self._handed_over()
        return True

    def _handed_over(self) -> None:
        self.handed_over_at, self.due_at, self.body, self.error = timezone.now(), None, "", ""
        with transaction.atomic():
            if self._store("handed_over_at", "due_at", "body", "error"):
                self.accesses.arrived(self.handed_over_at)
        Mail.objects.over().delete()

    def _failed(self, error: Exception) -> None:
        now = timezone.now()
        self.error = str(error) or type(error).__name__
        if _is_final(error) or now > self.created_at + GIVEN_UP_AFTER:
            self.due_at, self.body = None, ""
        else:
            pauses = dict(enumerate(PAUSES, start=1))
            self.due_at = now + timedelta(minutes=pauses.get(self.attempts, 60))
        self._store("due_at", "body", "error")

    def _store(self, *names: str) -> int:
        """Save these. Returns 0 where the mail was taken back, as its access has been revoked."""
        values = {name: getattr(self, name) for name in names}
        return Mail.objects.filter(pk=self.pk).update(**values)


def _is_final(error: Exception) -> bool:
    """Whether the server, or the address, will say the same of this mail for ever."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, said in error.recipients.values())
    if isinstance(error, SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, ValueError)
