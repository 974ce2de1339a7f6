"""Codes of languages, as `lang` has them: what is well-formed, by BCP 47, and how it is written."""

import re

# A language, of three letters at most: longer ones are reserved, and so is “french”.
_code = re.compile(
    r"""(?aix) [a-z]{2,3} (-[a-z]{3}){0,3}
    (-[a-z]{4})?  # a script
    (-(?:[a-z]{2}|[0-9]{3}))?  # a region
    (-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*  # variants
    (-[0-9a-wy-z](-[a-z0-9]{2,8})+)* (-x(-[a-z0-9]{1,8})+)?  # extensions, and of one's own
    """
)


def canonical(code: str) -> str | None:
    """Write a code as is usual, such as pt-BR or zh-Hant; return None for what is none."""
    if not _code.fullmatch(code):
        return None
    language, *rest = code.lower().split("-")
    written, is_extended = [language], False
    for part in rest:
        is_extended = is_extended or len(part) == 1
        usual = {2: part.upper(), 4: part.title()}.get(len(part), part)
        written.append(part if is_extended or part[0].isdigit() else usual)
    return "-".join(written)


def main_language(code: str) -> str:
    """Return the language of a code without its script, region or variant: pt of pt-BR."""
    return code.partition("-")[0].lower()
