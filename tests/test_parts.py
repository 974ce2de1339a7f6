"""What the documents say of the parts is true of the folders."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
PARTS = sorted(
    folder.name
    for folder in (HOME / "releases").iterdir()
    if (folder / "__init__.py").exists() and folder.name != "migrations"
)


@pytest.mark.parametrize("part", PARTS)
def test_the_picture_shows_every_part(part):
    assert f">{part}/<" in (HOME / "docs" / "images" / "parts.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "docs/parts.md", "docs/decisions.md"])
def test_every_file_the_documents_name_is_there(name):
    text = (HOME / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:releases|project|templates|tests|docs|fixtures)/[\w./]*)`", text))

    assert [path for path in sorted(named) if not (HOME / path).exists()] == []
