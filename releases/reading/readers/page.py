"""Parts the release on a page from what the site put around it."""

import re
from dataclasses import dataclass

from .markup import UNSEEN, Node

# Elements and roles that HTML itself sets apart from the content.
ALWAYS = {
    "nav", "button", "datalist", "dialog", "form", "input", "menu", "noscript", "object",
    "select", "svg", "textarea", "video", "audio",
}  # fmt: skip
ROLES = {
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "form", "menu",
    "menubar", "navigation", "search", "toolbar",
}  # fmt: skip
# Words of class names and ids by which sites of all languages call what surrounds their content.
NAMES = {
    "addtoany", "banner", "breadcrumb", "breadcrumbs", "consent", "cookie", "cookies", "disqus",
    "gdpr", "masthead", "menu", "nav", "navbar", "navigation", "newsletter", "pager",
    "pagination", "popup", "promo", "related", "rss", "search", "share", "sharing",
    "sidebar", "skip", "skiplink", "sociable", "social", "subscribe", "tags", "toolbar",
    "tooltip", "widget",
}  # fmt: skip
UNSEEN_NAMES = {
    "d-none", "hide", "hidden", "invisible", "screen-reader-text", "sr-only", "visually-hidden",
}  # fmt: skip

NAMED = {
    "div", "dl", "figure", "footer", "header", "ol", "p", "section", "table", "ul",
}  # fmt: skip

INSIDE = {"main", "article", "blockquote"}

_hidden = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_name = re.compile(r"[a-z0-9]+")


@dataclass
class _Weight:
    """Characters below a node: all, and those of links; and what else makes a difference."""

    all: int = 0
    linked: int = 0
    links: int = 0
    has_title: bool = False
    has_contact: bool = False

    def add(self, other):
        self.all += other.all
        self.linked += other.linked
        self.links += other.links
        self.has_title |= other.has_title
        self.has_contact |= other.has_contact

    @property
    def is_menu(self):
        return self.links > 2 and self.linked > self.all * 0.8 and self.linked < self.links * 80


def choose(root):
    """Mark the nodes of a tree that are no part of a release as left out."""
    page = _Page(root)
    if main := page.main():
        page.keep_only(main)
    page.leave_out(root, inside=False)


class _Page:
    def __init__(self, root):
        self.root = root
        self.weights: dict[Node, _Weight] = {}
        self.whole = self.weigh(root)
        articles = (node for node in root.nodes() if node.tag == "article")
        self.has_titled_article = any(self.weights[node].has_title for node in articles)

    def weigh(self, node):
        weight = self.weights[node] = _Weight()
        if node.tag in UNSEEN:
            return weight
        for child in node.children:
            if isinstance(child, Node):
                weight.add(self.weigh(child))
            else:
                weight.all += len(child.strip())
        if node.tag == "h1":
            weight.has_title = weight.linked < weight.all  # else it is the name of the site
        if node.tag == "a":
            weight.linked, weight.links = weight.all, 1
            weight.has_contact = node.get("href").startswith(("mailto:", "tel:"))
        return weight

    def main(self):
        """The element that the page calls its content, or None."""
        for is_main in (
            lambda node: node.tag == "main" or node.get("role") == "main",
            lambda node: node.tag == "article" or node.get("itemprop") == "articlebody",
        ):
            found = [node for node in self.root.nodes() if is_main(node) and not _is_unseen(node)]
            best = max(found, key=lambda node: self.weights[node].all, default=None)
            if best and self.weights[best].all > self.whole.all * 0.25:
                return best
        return None

    def keep_only(self, main):
        """Leave out what is not in `main`; a title above it is moved into it."""
        if not self.weights[main].has_title and (parent := self.parent_of_title(main)):
            title = next(child for child in parent.children if self.is_title(child))
            parent.children.remove(title)
            main.children.insert(0, title)
            self.weights[main].has_title = True
        path = _path(self.root, main)
        for node in path - {main}:
            for number, child in enumerate(node.children):
                if isinstance(child, str) and child.strip():
                    node.children[number] = Node("div", children=[child], left_out=True)
                elif isinstance(child, Node) and child not in path:
                    child.left_out = True

    def parent_of_title(self, main):
        for node in [self.root, *self.root.nodes()]:
            titles = [child for child in node.children if self.is_title(child)]
            if len(titles) == 1 and not _is_unseen(node):
                return node
        return None

    def is_title(self, child):
        return isinstance(child, Node) and child.tag == "h1" and self.weights[child].has_title

    def leave_out(self, node, inside):
        inside = inside or node.tag in INSIDE or node.get("role") == "main"
        for child in node.children:
            if isinstance(child, Node) and not child.left_out:
                child.left_out = _is_unseen(child) or self.is_apart(child, inside)
                if not child.left_out:
                    self.leave_out(child, inside)

    def is_apart(self, node, inside):
        """Tells whether a node is around the content; one that holds most of the page never is."""
        weight = self.weights.get(node, _Weight())
        if node.tag in ALWAYS or node.get("role") in ROLES:
            return not weight.has_title
        if weight.has_title or weight.all > self.whole.all / 2:
            return False
        if node.tag == "aside":
            return not (inside and weight.has_contact)
        if node.tag in {"header", "footer"}:
            return weight.is_menu if inside else True
        if node.tag == "article":
            return self.has_titled_article
        if node.tag == "figure":
            return not node.first("blockquote", "table")
        named = node.tag in NAMED and not NAMES.isdisjoint(_names(node))
        return named or (node.tag in {"ul", "ol"} and not inside and weight.is_menu)


def _is_unseen(node):
    return bool(
        "hidden" in node.attributes
        or node.get("aria-hidden") == "true"
        or _hidden.search(node.get("style"))
        or not UNSEEN_NAMES.isdisjoint(node.get("class").split())
    )


def _names(node):
    return _name.findall(f"{node.get('class')} {node.get('id')}")


def _path(root, target):
    """The nodes from the root to a node below it, as a set."""
    path = [(root, iter(root.children))]
    while path:
        for child in path[-1][1]:
            if child is target:
                return {target, *(node for node, _ in path)}
            if isinstance(child, Node):
                path.append((child, iter(child.children)))
                break
        else:
            path.pop()
    return set()
