"""What readers may ask of a page in its address. Wrong questions are answered 404 or 400."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from .requests import ReaderRequest, View

# What other sites, mails and advertisements add to a link to follow readers with. It means
# nothing here: it is passed over, and left out of every address a page gives.
FOREIGN = re.compile(
    r"utm_.+|pk_.+|mtm_.+|matomo_.+|piwik_.+|at_.+|hsa_.+|_x_tr_.+|__cft__.*"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|srsltid|msclkid"
    r"|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mibextid|epik|rb_clickid|_openstat"
    r"|mc_cid|mc_eid|mkt_tok|ml_subscriber|ml_subscriber_hash|_hsenc|_hsmi|__hssc|__hstc"
    r"|__hsfp|hsCtaTracking|oly_anon_id|oly_enc_id|vero_id|vgo_ee|_kx|dm_i|s_cid|s_kwcid|ef_id"
    r"|cmpid|wt_mc|wt_zmc|xtor|wickedid|_branch_match_id|_ga|_gl|ref_src|ref_url|trk"
)


def takes(*names: str) -> Callable[[View], View]:
    """
    Let a view be asked these things, which it finds as `request.asked`: those given and not
    empty, each a str, in the order of `names`.

    Anything else is refused with BadRequest, but for what is FOREIGN; so is what is asked
    twice, or holds a NUL.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def asked(request: ReaderRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            for name in request.GET:
                if name not in names and not FOREIGN.fullmatch(name):
                    message = _("This page cannot be narrowed by “%(name)s”.")
                    raise BadRequest(message % {"name": Truncator(name).chars(40)})
            found = {name: _single(request.GET.getlist(name), name) for name in names}
            request.asked = {name: value for name, value in found.items() if value}
            return view(request, *args, **kwargs)

        return asked

    return decorate


def _single(values: list[str], name: str) -> str | None:
    """Return the one value given, or None. Raises BadRequest."""
    if len(values) > 1:
        raise BadRequest(_("“%(name)s” is given twice in the address.") % {"name": name})
    if values and "\0" in values[0]:
        raise BadRequest(_("“%(name)s” holds a character that means nothing.") % {"name": name})
    return values[0] if values else None


def period(value: str, last: bool = False) -> date:
    """
    Find the first day of a year (2021), month (2021-03) or day (2021-03-30), or its last one.

    Raises Http404 for anything else.
    """
    parts = re.fullmatch(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", value)
    if not parts:
        raise Http404(_("There is no such date."))
    year, month, day = (int(part or 0) for part in parts.groups())
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise Http404(_("There is no such date.")) from error


def in_words(value: str) -> str:
    """Write a period as readers say it: 2021, March 2021, 30 March 2021."""
    form = {4: "Y", 7: "YEAR_MONTH_FORMAT", 10: "DATE_FORMAT"}[len(value)]
    return date_format(period(value), form)
