"""Numbers in what a browser sends: keys, revisions, years."""


def number_sent(text):
    """The number a form or an address sent; -1, which no record has, for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 18 else -1
