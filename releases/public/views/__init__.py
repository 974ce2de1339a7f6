"""One view a page; what is public is asked of the models, never decided here."""

from .cards import quote_card, release_card, site_card
from .citations import quote_bibtex, quote_ris, release_bibtex, release_ris
from .documents import document_file
from .embargo_link import embargo
from .error_pages import bad_request, not_found, server_error
from .home_page import choose_language, home
from .identity import accessibility, emblem, icon, legal_notice, privacy
from .pictures import picture_file
from .quotes import quote_detail, quote_list
from .recordings import recording_file
from .releases import reference, release_detail, release_list, release_version
from .site_wide import healthz, robots, security
from .subjects import (
    meeting_detail,
    meeting_list,
    organisation_detail,
    person_detail,
    person_list,
    topic_detail,
    topic_list,
)

__all__ = [
    "accessibility",
    "bad_request",
    "choose_language",
    "document_file",
    "embargo",
    "emblem",
    "healthz",
    "home",
    "icon",
    "legal_notice",
    "meeting_detail",
    "meeting_list",
    "not_found",
    "organisation_detail",
    "person_detail",
    "person_list",
    "picture_file",
    "privacy",
    "quote_bibtex",
    "quote_card",
    "quote_detail",
    "quote_list",
    "quote_ris",
    "recording_file",
    "reference",
    "release_bibtex",
    "release_card",
    "release_detail",
    "release_list",
    "release_ris",
    "release_version",
    "robots",
    "security",
    "server_error",
    "site_card",
    "topic_detail",
    "topic_list",
]
