"""
What is said in a video, line by line with its times, in several languages: captions in WebVTT
(https://www.w3.org/TR/webvtt1/), their field and their form.
"""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .characters import in_lines
from .languages import languages
from .names import TextsField, TextsFormField, TextsWidget

MOST = 300_000  # characters a language: some five hours

NO_WEBVTT = _("Captions begin with a line that says WEBVTT.")
SRT = _("These are captions of another kind (SRT). Save them as WebVTT (.vtt).")
NO_TEXT = _("There are no captions in it.")
OTHER_ENCODING = _("Line %(line)d holds characters that cannot be read. Save the file as UTF-8.")
NO_TIMES = _(
    "Line %(line)d says no times, such as 00:01.000 --> 00:04.000. An empty line goes before each."
)
BACKWARDS = _("Line %(line)d ends before it begins.")
UNORDERED = _("Line %(line)d begins before the one above it.")
EMPTY = _("Below line %(line)d there are no words.")

CLOCK = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMES = re.compile(rf"{CLOCK}[ \t]+-->[ \t]+{CLOCK}(?:[ \t]+\S.*)?")
SRT_TIMES = re.compile(r"\d+:\d\d:\d\d,\d+\s*-->")
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")


def check(text: str) -> None:
    """Look captions through. Raises ValidationError with a sentence that names the line."""
    lines = text.split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise ValidationError(SRT if SRT_TIMES.search(text) else NO_WEBVTT)
    if wrong := _first(lines, UNREADABLE):
        raise ValidationError(OTHER_ENCODING, params={"line": wrong})
    if _first(lines[:2], "-->"):
        raise ValidationError(NO_TIMES, params={"line": 2})
    begins = None
    for start, block in _blocks(lines):
        if not ASIDE.fullmatch(block[0]):
            begins = _begins(block, start, begins or 0)
    if begins is None:
        raise ValidationError(NO_TEXT)


def _begins(block: list[str], start: int, before: int) -> int:
    """
    Return when the words of a block begin, in milliseconds. `start` is the number of its first
    line, `before` when the words above it begin.
    """
    # A line of its own may name what is said.
    named = "-->" not in block[0] and len(block) > 1
    number, words = start + named, block[named + 1 :]
    if (found := TIMES.fullmatch(block[named])) is None:
        raise ValidationError(NO_TIMES, params={"line": number})
    begins, ends = _milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:])
    if ends <= begins:
        raise ValidationError(BACKWARDS, params={"line": number})
    if begins < before:
        raise ValidationError(UNORDERED, params={"line": number})
    if not words:
        raise ValidationError(EMPTY, params={"line": number})
    if spilt := _first(words, "-->"):
        raise ValidationError(NO_TIMES, params={"line": number + spilt})
    return begins


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Give each run of lines without an empty one, below the head, by the number of its first."""
    run: list[str] = []
    head = True
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            run.append(line)
        elif run:
            if not head:
                yield number - len(run), run
            head, run = False, []


def _first(lines: list[str], sign: str) -> int:
    """Return the number, from 1, of the first line that holds a sign; 0 for none."""
    return next((number for number, line in enumerate(lines, 1) if sign in line), 0)


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


class CaptionsInput(forms.Textarea):
    """A text of captions that is typed, or sent as a file: then it is shown where it is refused."""

    needs_multipart_form = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        file = files.get(f"{name}_file")
        if file is None or self.attrs.get("disabled"):
            return super().value_from_datadict(data, files, name)
        file.seek(0)  # it is asked for more than once
        return in_lines(file.read(MOST * 4).decode("utf-8-sig", "replace"))


class CaptionsWidget(TextsWidget):
    template_name = "releases/_captions_widget.html"
    part = CaptionsInput


class CaptionsFormField(TextsFormField):
    widget = CaptionsWidget


class CaptionsField(TextsField):
    """Captions in any of the newsroom's languages, as `Names`."""

    input = CaptionsFormField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MOST)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Name the language of what is wrong."""
        super().validate(value, model_instance)
        called = dict(languages())
        wrong: list[str] = []
        for code, text in value.items():
            try:
                check(text)
            except ValidationError as error:
                wrong += [f"{called.get(code, code)}: {message}" for message in error.messages]
        if wrong:
            raise ValidationError(wrong)
