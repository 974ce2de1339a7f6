from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from releases.text.addresses import address
from releases.text.fields import URLField
from releases.text.names import NamesField

from .meeting import Meeting
from .moment import Moment
from .person import Appointment, Person
from .showing import Mention
from .subject import Subject, SubjectQuerySet, mentioned, named


class OrganisationQuerySet(SubjectQuerySet):
    def public(self, moment: Moment | None = None) -> Self:
        """
        Return those that a public text or an announced meeting names, or a public person
        serves or served.
        """
        moment, this = moment or Moment.now(), OuterRef("pk")
        announced = Meeting.objects.filter(announced_at__lte=moment.limit)
        return self.filter(
            named(Mention.Kind.ORGANISATION, moment)
            | Exists(announced.filter(organiser=this))
            | Exists(announced.filter(participations__organisation=this))
            | Exists(Appointment.objects.public(moment).filter(organisation=this))
        )

    def settled(self) -> Self:
        this, meetings = OuterRef("pk"), Meeting.objects.settled()
        people = Person.objects.settled().filter(appointments__organisation=this)
        return self.filter(
            mentioned(Mention.Kind.ORGANISATION)
            | Exists(meetings.filter(organiser=this))
            | Exists(meetings.filter(participations__organisation=this))
            | Exists(people)
        )


class Organisation(Subject):
    """An organisation is a State, a ministry, a coalition or an international one."""

    MENTIONED_AS = Mention.Kind.ORGANISATION

    names = NamesField(_("name"))
    website = URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "Picture",
        models.PROTECT,
        related_name="logo_of",
        null=True,
        blank=True,
        verbose_name=_("logo"),
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.names)

    def get_absolute_url(self) -> str:
        return address("organisation-detail", slug=self.slug)
