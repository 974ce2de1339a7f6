from datetime import datetime
from typing import Self

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.text.fields import URLField
from releases.text.names import NamesField

from .meeting import Meeting
from .person import Appointment
from .subject import Subject, SubjectQuerySet


class OrganisationQuerySet(SubjectQuerySet):
    def public(self, at: datetime | None = None) -> Self:
        """Return those a public meeting names or a public person serves at `at`, or now."""
        this = OuterRef("pk")
        return self.filter(
            Exists(Meeting.objects.public(at).filter(organiser=this))
            | Exists(Meeting.objects.public(at).filter(participations__organisation=this))
            | Exists(Appointment.objects.public(at).filter(organisation=this))
        )


class Organisation(Subject):
    """An organisation is a State, a ministry, a coalition or an international one."""

    NAMED_BY = (
        "release__meetings__organiser",
        "release__meetings__participations__organisation",
        "quotes__appointment__organisation",
    )

    names = NamesField(_("name"))
    website = URLField(_("website"), blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.names)

    def get_absolute_url(self) -> str:
        return reverse("organisation-detail", kwargs={"slug": self.slug})
