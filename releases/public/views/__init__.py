"""One view a page; what is public is asked of the models, never decided here."""

from .documents import document_file
from .embargo_link import embargo
from .error_pages import bad_request, not_found, server_error
from .home_page import choose_language, home
from .meeting_pages import meeting_detail, meeting_list
from .organisation_page import organisation_detail
from .person_page import person_detail
from .quote_pages import quote_detail, quote_list
from .release_list import release_list
from .release_page import reference, release_detail
from .site_wide import accessibility, healthz, robots, security
from .topic_page import topic_detail
from .version_page import release_version

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
