"""One view a page; what is public is asked of the models, never decided here."""

from .document import document_file
from .embargo import embargo
from .errors import bad_request, not_found, server_error
from .home import choose_language, home
from .meeting import meeting_detail, meeting_list
from .organisation import organisation_detail
from .person import person_detail
from .quote import quote_detail, quote_list
from .release import reference, release_detail
from .release_list import release_list
from .site import accessibility, healthz, robots, security
from .topic import topic_detail
from .version import release_version

__all__ = [
    "accessibility",
    "bad_request",
    "choose_language",
    "document_file",
    "embargo",
    "healthz",
    "home",
    "meeting_detail",
    "meeting_list",
    "not_found",
    "organisation_detail",
    "person_detail",
    "quote_detail",
    "quote_list",
    "reference",
    "release_detail",
    "release_list",
    "release_version",
    "robots",
    "security",
    "server_error",
    "topic_detail",
]
