"""Templates are read by people too."""

from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parent.parent / "templates"
FILES = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
LONGEST = 200  # characters of a line


def lines(path):
    return enumerate(path.read_text().splitlines(), start=1)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_line_of_a_template_is_too_long_to_be_read(path):
    assert [number for number, line in lines(path) if len(line) > LONGEST] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_calls_a_text_safe(path):
    assert [number for number, line in lines(path) if "|safe" in line] == []
