"""The mail that waits is handed over to the mail server: here, whoever asks for it."""

import logging
import threading
import time

from django.db import close_old_connections

from releases.models import Mail

log = logging.getLogger(__name__)

PAUSE = 5  # seconds between two looks
LONG_PAUSE = 60  # where looking failed

_one_at_a_time = threading.Lock()
_carrier: threading.Thread | None = None


def deliver() -> int:
    """
    Hand over what is due; returns how many mails went.

    Ends with the first that meets no mail server, which the others would not meet either.
    """
    gone = 0
    for mail in Mail.objects.due():
        if mail.claim():
            answered = mail.hand_over()
            gone += mail.handed_over_at is not None
            if not answered:
                break
    return gone


def carry_on() -> None:
    """Deliver for as long as the process lives."""
    while True:
        pause = PAUSE
        try:
            close_old_connections()
            deliver()
            close_old_connections()
        except Exception:
            # A warning: an error would be mailed, by what has just failed.
            log.warning("The mail could not be looked after.", exc_info=True)
            pause = LONG_PAUSE
        time.sleep(pause)


def keep_going(**kwargs: object) -> None:
    """
    See that a thread of this process delivers, as `manage.py send_mail --loop` does. A mail is
    claimed before it goes: of all that look after it, one hands it over.
    """
    global _carrier
    if _carrier is None or not _carrier.is_alive():
        with _one_at_a_time:
            if _carrier is None or not _carrier.is_alive():
                _carrier = threading.Thread(target=carry_on, name="mail", daemon=True)
                _carrier.start()
