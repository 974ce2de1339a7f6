"""
Elements of Word documents, known by their local names and written anew.

So both dialects of the format (Transitional and Strict) are read alike.
"""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ATTRIBUTES = {"anchor", "char", "fldCharType", "font", "id", "styleId", "type", "val"}
FALSE = {"0", "false", "off"}


def local(element):
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element, *path):
    """The first element at a path of local names, or None."""
    for name in path:
        element = next((below for below in element if local(below) == name), None)
        if element is None:
            return None
    return element


def number_of(element):
    """The id of an element, in whichever namespace, or None."""
    return next((value for key, value in element.items() if key.endswith("}id")), None)


def words_of(element):
    """The text of an element, a line for each paragraph; deleted words too."""
    parts = []
    for below in element.iter():
        name = local(below)
        if name in {"t", "delText"}:
            parts.append(below.text or "")
        elif name in {"p", "br", "cr"}:
            parts.append("\n")
        elif name in {"tab", "tc"}:
            parts.append(" ")
    return "".join(parts).strip()


def names_in(element):
    return set() if element is None else {local(below) for below in element}


def written(name, source, children=()):
    new = Element(W + name)
    if source is not None:
        new.text = source.text if name in {"t", "instrText"} else None
        for key, value in source.items():
            if (known := key.rpartition("}")[2]) in ATTRIBUTES:
                new.set(W + known, value)
    new.extend(children)
    return new


def is_on(element):
    return element.get(W + "val") not in FALSE
