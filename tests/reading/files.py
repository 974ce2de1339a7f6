"""Files as the programs of a press office write them, made by hand."""

import io
import zipfile
import zlib
from email.message import EmailMessage
from html import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Citation"><w:name w:val="Quote"/></w:style>'
)


def run(words, properties=""):
    """A run of a Word document; `properties` is XML such as <w:b/>."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(content, properties=""):
    """A paragraph of a Word document, from the XML of its runs or from plain words."""
    content = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def item(words, level=0):
    """An item of the list of LISTS: a bullet at level 0, a number at level 1."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(run(words), numbering)


def docx(*body, links=None, word=WORD, **parts):
    """A Word document from the XML of its body; `parts` are others, such as footnotes."""
    links = "".join(
        f'<Relationship Id="{number}" Target="{escape(address)}" Type="{OFFICE}/hyperlink"/>'
        for number, address in (links or {}).items()
    )
    parts = {"numbering": LISTS, "styles": STYLES} | parts
    files = {
        "word/document.xml": word_body("".join(body)),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
    return archive({name: content.replace(WORD, word) for name, content in files.items()})


def word_body(content):
    """The part of a Word document that holds its text."""
    return f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"


def archive(files):
    """A zip archive of texts by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file.getvalue()


def mail(body="", html="", subject="A subject", files=(), **headers):
    """A mail with a plain text, markup or both, and `files` as pairs of name and bytes."""
    message = EmailMessage()
    message["From"] = "press@example.be"
    message["Message-ID"] = "<1@example.be>"
    message["Subject"] = subject
    if body:
        message.set_content(body, **headers)
    if html and body:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, data in files:
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message.as_bytes()


def pdf(*pages, turned=False):
    """
    A PDF; a page is a list of lines, each a pair of its height and its words, or a triple with
    the size of its letters. On one that is `turned`, they run from the foot to the head.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        drawn = "".join(_drawn(*line, turned=turned) for line in lines).encode("cp1252")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(stream(drawn))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    return _numbered(objects)


def stream(data):
    """A compressed stream of a PDF."""
    data = zlib.compress(data)
    head = f"<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n".encode()
    return head + data + b"\nendstream"


def _drawn(height, words, size=11, turned=False):
    words = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"0 1 -1 0 {842 - height} {70 + size}" if turned else f"1 0 0 1 70 {height}"
    return f"BT /F1 {size} Tf {place} Tm ({words}) Tj ET\n"


def _numbered(objects):
    file, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        content = content if isinstance(content, bytes) else content.encode()
        file += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return file + end.encode() + f"startxref\n{len(file)}\n%%EOF\n".encode()
