"""
Measures how long reading and finding take, and how much memory: run by hand.

    .venv/bin/python benchmarks/intake.py

Times a release of one page, 1 MB of text (as text, as a page and as a mail), and a Word
document of 300 pages, all invented here. Each is read and looked through three times, of which
the fastest counts; then once more with Python's memory traced, which is slow. A release should
take less than 0.1 s, and everything grow linearly: twice the text, twice the time.

On a virtual machine of two cores, busy with other things (November 2026):

                              size      read      find    memory
a release, text               1 kB   0.001 s   0.031 s      0 MB
a release, Word               1 kB   0.003 s   0.015 s      0 MB
half a megabyte, text       504 kB   0.186 s   3.150 s     21 MB
1 MB, text                 1011 kB   0.292 s   4.751 s     25 MB
1 MB, page                 1042 kB   0.378 s   4.825 s     25 MB
1 MB, mail                 1023 kB   0.329 s   4.769 s     26 MB
300 pages, Word              13 kB   0.340 s   0.389 s      7 MB
"""

import os
import sys
import time
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import django

PARAGRAPHS = """
Lier, 3 May 2031 – The lock in Lier has opened again after {n} months of work on its gates, and
the first {n} ships have passed it on their way to the sea.

“Ships pass again, and {n} of them will pass each day,” said Anna Peeters, Minister of Ports.
“We have waited for this day, and the town has waited with us.”

The work has cost {n} million euros. It was done by {n} firms of the region, which had won the
tender in the spring; more is told at https://port.example/lock/{n}.

Jan Smit, the mayor of Lier, thanked the {n} people who had worked on it. He added that “no town
can live from its past, and {n} years are a long time to wait”.
""".strip().split("\n\n")
TITLE = "Lock in Lier opens again"
MEGABYTE = 10**6
PARAGRAPHS_A_PAGE = 6
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIL = (
    "From: press@port.example\r\nTo: desk@news.example\r\nSubject: {title}\r\n"
    "Message-ID: <1@port.example>\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)


def paragraphs(count):
    lines = (PARAGRAPHS[n % len(PARAGRAPHS)].format(n=n) for n in range(count))
    return [TITLE, *(" ".join(line.split()) for line in lines)]


def text(count):
    return "\n\n".join(paragraphs(count)).encode()


def page(count):
    inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(count))
    return f"<!doctype html><html><body><main>{inner}</main></body></html>".encode()


def mail(count):
    return MAIL.format(title=TITLE).encode() + text(count).replace(b"\n", b"\r\n")


def word(count):
    inner = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs(count))
    document = f'<w:document xmlns:w="{WORDS}"><w:body>{inner}</w:body></w:document>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return file.getvalue()


def cases():
    """Pairs of what is measured and its bytes."""
    large = MEGABYTE * 1000 // len(text(1000))
    yield "a release, text", text(8)
    yield "a release, Word", word(8)
    yield "half a megabyte, text", text(large // 2)
    yield "1 MB, text", text(large)
    yield "1 MB, page", page(large)
    yield "1 MB, mail", mail(large)
    yield "300 pages, Word", word(300 * PARAGRAPHS_A_PAGE)


def measure(data, read, find):
    """Seconds for reading and for finding, and the most megabytes of Python objects."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        document = read(data)
        middle = time.perf_counter()
        find(document.blocks, None, document)
        times.append((middle - start, time.perf_counter() - middle))
    tracemalloc.start()
    document = read(data)
    find(document.blocks, None, document)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return *map(min, zip(*times, strict=True)), most / MEGABYTE


def main():
    sys.path.insert(0, str(Path(__file__).parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    django.setup()

    from releases.reading.find import find
    from releases.reading.readers import read

    sys.stdout.write(f"{'':24}{'size':>10}{'read':>10}{'find':>10}{'memory':>10}\n")
    for name, data in cases():
        reading, finding, memory = measure(data, read, find)
        size = f"{len(data) / 1000:.0f} kB"
        sys.stdout.write(
            f"{name:24}{size:>10}{reading:>8.3f} s{finding:>8.3f} s{memory:>7.0f} MB\n"
        )


if __name__ == "__main__":
    main()
