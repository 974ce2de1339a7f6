"""
Preflight looks at a text before it is submitted, and before it is approved.

A check is a function that takes an edition and the instant it goes public and yields
findings: `error()` for what has to be mended first, `warning()` for what a person may
accept. The checks are in `releases.review.checks` and register here, so that a text can
be judged by what knows more than the models do.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

CHECKS: list["Check"] = []
OF_THE_INSTANT: set["Check"] = set()


@dataclass(frozen=True)
class Finding:
    """
    A finding is a sentence about a text, and names the field that can mend it.

    Of the release's own form where `of_release`. `key` names it in the confirmation of
    a warning: the same finding keeps its key in every language.
    """

    sentence: str
    field: str
    blocks: bool
    about: str = ""
    of_release: bool = False
    key: str = ""


# An edition and an instant, both as `findings()` has them.
Check = Callable[[Any, datetime], Iterable[Finding]]


def error(field: str, sentence: str, about: object = "", **values: Any) -> Finding:
    return Finding(str(sentence), field, True, str(about), **values)


def warning(field: str, sentence: str, about: object = "", **values: Any) -> Finding:
    return Finding(str(sentence), field, False, str(about), **values)


def check(function: Check) -> Check:
    """Ask `function` of every text from now on."""
    CHECKS.append(function)
    return function


def check_once_decided(function: Check) -> Check:
    """Ask it only once somebody has decided on the instant a text goes public."""
    OF_THE_INSTANT.add(function)
    return check(function)


def findings(edition: Any, at: datetime, decided: bool = True) -> list[Finding]:
    """
    Return all that the checks find in an edition going public at `at`: errors first.

    Where nobody has `decided` on `at` yet, what speaks against that instant is left out.
    """
    found = [
        replace(finding, key=f"{function.__name__}:{finding.about}")
        for function in CHECKS
        if decided or function not in OF_THE_INSTANT
        for finding in function(edition, at)
    ]
    return sorted(found, key=lambda finding: not finding.blocks)


def require_accepted(found: Collection[Finding], accepted: Collection[str]) -> list[str]:
    """
    Return the sentences of the warnings in `found`, all of which a person accepts by their keys.

    Raises ValidationError with the sentences of what has to be mended first, or, without any,
    of the warnings that are not among `accepted`.
    """
    if errors := [finding.sentence for finding in found if finding.blocks]:
        raise ValidationError([ValidationError(sentence, "blocked") for sentence in errors])
    if left := [finding.sentence for finding in found if finding.key not in accepted]:
        raise ValidationError([ValidationError(sentence, "unconfirmed") for sentence in left])
    return [finding.sentence for finding in found]
