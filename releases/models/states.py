"""Each state of a text is defined here once, as a condition on an `Edition`."""

from django.db.models import Q

OPEN = Q(visible_from=None)
DRAFT = OPEN & Q(submitted_at=None)
IN_REVIEW = OPEN & Q(submitted_at__isnull=False)
APPROVED = Q(visible_from__isnull=False)
# No later version replaces it, now or at an instant to come.
STANDING = APPROVED & Q(visible_until=None)
