"""Whether the newsroom is well: for monitors, and for who looks after it."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models.functions import Now
from django.utils import timezone

from releases.models import Mail, Showing
from releases.text.languages import languages

from . import disk

SAME_TIME = timedelta(seconds=1)
LATE = timedelta(minutes=15)


Found = tuple[str, bool, str]  # its name, whether it is well, and a sentence about it


class Unwell(Exception):  # noqa: N818 (a state, not a mistake)
    """What is not as it should be, in a sentence for the operator."""


def look() -> list[Found]:
    """Look after everything, in its order."""
    found: list[Found] = []
    for check in (database, clock, stored, space, mail, readers):
        try:
            found.append((check.__name__, True, check()))
        except Unwell as reason:
            found.append((check.__name__, False, str(reason)))
        except Exception as error:
            # Its own words may hold an address with a password.
            found.append((check.__name__, False, f"It does not answer ({type(error).__name__})."))
    return found


def database() -> str:
    ContentType.objects.exists()
    return "It answers."


def clock() -> str:
    """Everything goes public by the clock of the server; who waits for it, by the database's."""
    before = timezone.now()
    theirs = ContentType.objects.values_list(Now())[:1].get()[0]
    # However long the answer took: it was given between the two.
    apart = max(before - theirs, theirs - timezone.now())
    if apart > SAME_TIME:
        raise Unwell(f"It is {apart.total_seconds():.1f} seconds from the database's.")
    return "It is the database's."


def stored() -> str:
    cache.get("health")
    return "It answers."


def space() -> str:
    free = disk.free()
    if free < disk.ENOUGH:
        raise Unwell(f"{free // 1_000_000} MB are left: less than {disk.ENOUGH // 1_000_000}.")
    return f"{free // 1_000_000} MB are left."


def mail() -> str:
    waiting = Mail.objects.waiting()
    oldest = waiting.order_by("created_at").first()
    if oldest and oldest.created_at < timezone.now() - LATE:
        since = timezone.localtime(oldest.created_at)
        raise Unwell(f"{waiting.count()} wait, the oldest since {since:%Y-%m-%d %H:%M}.")
    return f"{waiting.count()} wait."


def readers() -> str:
    """Readers of each language are shown something, where anything is shown."""
    missing = [
        code for code, _name in languages() if not Showing.objects.filter(reader=code).exists()
    ]
    if missing and Showing.objects.exists():
        raise Unwell(f"Nothing is shown in {', '.join(missing)}: run manage.py show_again.")
    return "Each language has its own."
