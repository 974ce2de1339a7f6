from django.db.models import Q
from django.shortcuts import redirect
from django.utils import timezone

from releases.models import Appointment, Meeting, Organisation
from releases.public.page import show

from .removed import removed_subject


def organisation_detail(request, slug):
    at = request.at
    organisation = Organisation.objects.public(at).addressed(slug).first()
    if organisation is None:
        return removed_subject(request, at, Organisation.objects.addressed(slug))
    if organisation.slug != slug:
        return redirect(organisation, permanent=True)
    named = Q(organiser=organisation) | Q(participations__organisation=organisation)
    appointments = Appointment.objects.public(at).filter(organisation=organisation)
    context = {
        "organisation": organisation,
        "meetings": list(Meeting.objects.public(at).filter(named).distinct()[:50]),
        "appointments": [
            appointment.known_on(timezone.localdate(at))
            for appointment in appointments.select_related("person")[:50]
        ],
    }
    return show(request, "releases/organisation_detail.html", context)
