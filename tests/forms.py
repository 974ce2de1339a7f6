"""
A page's form as a browser holds it: fetched, changed, and posted back with all its controls.

    form = form_on(client, "/admin/releases/topic/1/change/")
    answer = form.post(names_0="Security")

What a test does not name is sent as the page has it, hidden inputs included: see “constructing
the entry list” in the HTML standard. What nobody could do on the page is refused, so that no
test sends what no person could; tests of what the desk refuses say so with `craft()`.
"""

import re
from urllib.parse import urlencode, urljoin, urlsplit

import html5lib
from django.test import Client
from django.urls import resolve

# Kept before the fixture of conftest.py takes it away from all tests.
_post = Client.post

BUTTONS = {"submit", "image"}
DIGITS = {
    "number": r"-?\d+(\.\d+)?",
    "date": r"\d{4,}-\d\d-\d\d",
    "time": r"\d\d:\d\d(:\d\d)?",
    "datetime-local": r"\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d)?",
}


class NotOnPageError(AssertionError):
    """What a test wants to do, and nobody could do on this page."""


def form_on(client, path, button=None, follow=False):
    """
    The form of the page at `path` that a person would send; with `button`, a name, a
    `name=value` or the words on it, the one that has it. The page has to answer 200.
    """
    page = client.get(path, follow=follow)
    assert page.status_code == 200, f"{path} answered {page.status_code}"
    return form_in(client, page, button)


def form_in(client, response, button=None):
    """The form in an answer that has come already, such as one with errors; see `form_on()`."""
    path = response.request["PATH_INFO"]
    forms = forms_in(client, response)
    if button is not None:
        forms = [form for form in forms if form.has_button(button)]
    else:  # nobody means the sign-out of every page of the desk without saying so
        forms = [form for form in forms if form.element.get("id") != "logout-form"]
    if len(forms) != 1:
        raise NotOnPageError(f"{path} has {len(forms)} forms to post with the button {button!r}.")
    forms[0].button = button
    return forms[0]


def forms_in(client, response):
    """All forms of an answer that post something."""
    path = response.request["PATH_INFO"]
    if query := response.request.get("QUERY_STRING"):
        path = f"{path}?{query}"
    root = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return [
        Form(client, path, root, element)
        for element in root.iter("form")
        if element.get("method", "get").lower() == "post"
    ]


def step_form(client, edition, step):
    """The form of the page of a step, such as "send-back", with every warning confirmed."""
    form = form_on(client, f"/admin/releases/edition/{edition.pk}/{step}/")
    return form.change({name: True for name in form.controls if name.startswith("warning-")})


def craft(client, path, data=None, **extra):
    """
    Post what no page sends, as it is given: for tests of what is refused, and of what a script
    says to the desk by itself. `extra` is that of Django's `Client.post()`.
    """
    return _post(client, path, data, **extra)


class Form:
    """
    One form of a page. `values` is what it would send now: lists of texts or files by name;
    `button` is the one that it was looked for by.
    """

    button = None

    def __init__(self, client, path, root, element):
        self.client = client
        self.element = element
        self.action = urljoin(path, element.get("action") or path)
        self.takes_files = element.get("enctype") == "multipart/form-data"
        self.controls = {}
        self.buttons = []
        inside = {id(child) for child in element.iter()}
        closed = _closed(root)
        for control in filter(_is_control, root.iter()):
            owner = control.get("form")
            if owner == element.get("id") if owner else id(control) in inside:
                self._take(control, id(control) in closed)
        self.values = {name: _sent(controls) for name, controls in self.controls.items()}

    def __contains__(self, name):
        return name in self.controls

    def __getitem__(self, name):
        """What the control holds: a text, or a list where several can be chosen."""
        self._control(name)
        if self.is_multiple(name):
            return self.values[name]
        return self.values[name][0] if self.values[name] else None

    def has_button(self, button):
        return any(_is_called(one, button) for one in self.buttons)

    def kind(self, name):
        """select, textarea, or the type of the input."""
        return _kind(self._control(name))

    def choices(self, name):
        """The values that can be chosen in a select, among boxes or among radio buttons."""
        control = self._control(name)
        if "admin-autocomplete" in control.get("class", ""):
            return self._found(control)
        if control.tag == "select":
            return [_value(option) for option in _options(control)]
        return [_box(one) for one in self.controls[name]]

    def is_multiple(self, name):
        """Whether any number can be chosen; of a single box, whether it is ticked is all."""
        control = self._control(name)
        boxes = self.kind(name) == "checkbox" and len(self.controls[name]) > 1
        return boxes or control.get("multiple") is not None

    def change(self, changes=None, **more):
        """
        Type, choose, tick (True), untick (False), empty (None) or choose a file, by name.

        Raises NotOnPageError for what the page does not offer. Returns the form.
        """
        for name, value in {**(changes or {}), **more}.items():
            self._change(name, value)
        return self

    def takes_row(self, prefix):
        """Whether “Add another” is there for an inline."""
        most = self.values.get(f"{prefix}-MAX_NUM_FORMS") or [""]
        full = most[0] and int(self[f"{prefix}-TOTAL_FORMS"]) >= int(most[0])
        return not full and any(name.startswith(f"{prefix}-__prefix__-") for name in self.values)

    def add_row(self, prefix, changes=None, **more):
        """Press “Add another” of an inline and fill in the row. Returns the row's number."""
        if not self.takes_row(prefix):
            raise NotOnPageError(f"No row can be added to {prefix}.")
        number = int(self[f"{prefix}-TOTAL_FORMS"])
        for name in [name for name in self.controls if name.startswith(f"{prefix}-__prefix__-")]:
            own = name.replace("__prefix__", str(number))
            self.controls[own] = self.controls[name]
            self.values[own] = list(self.values[name])
        self.values[f"{prefix}-TOTAL_FORMS"] = [str(number + 1)]
        row = {f"{prefix}-{number}-{name}": v for name, v in {**(changes or {}), **more}.items()}
        self.change(row)
        return number

    def remove_row(self, prefix, number):
        """Tick “Delete” of a row of an inline."""
        return self.change({f"{prefix}-{number}-DELETE": True})

    def post(self, changes=None, *, button=None, follow=False, headers=None, **more):
        """
        Send it by a button: its name, its `name=value` or the words on it; without one, by that
        which it was looked for by, or else the first, as Enter does. Returns the answer.
        """
        self.change(changes, **more)
        pressed = self._button(button or self.button)
        if self.element.get("novalidate") is None and pressed.get("formnovalidate") is None:
            self._refuse_incomplete()
        data = {name: list(values) for name, values in self.values.items() if values}
        if name := pressed.get("name"):
            data.setdefault(name, []).append(pressed.get("value", ""))
        action = urljoin(self.action, pressed.get("formaction") or self.action)
        if "csrfmiddlewaretoken" not in self and not _takes_anything(action):
            raise NotOnPageError(f"{self.action} would refuse this form: it holds no token.")
        return self._send(action, data, follow=follow, headers=headers)

    def craft(self, changes=None, **extra):
        """
        Post it with values, or names, that the page does not offer: see the function `craft()`.
        None takes a name away.
        """
        data = self.values | {
            name: value if isinstance(value, list) else [value]
            for name, value in (changes or {}).items()
        }
        return self._send(self.action, {k: v for k, v in data.items() if v != [None]}, **extra)

    def _send(self, action, data, **extra):
        if not self.takes_files:
            extra["content_type"] = "application/x-www-form-urlencoded"
            data = urlencode(data, doseq=True)
        return _post(self.client, action, data, **extra)

    def _take(self, control, is_closed):
        kind = _kind(control)
        if kind in BUTTONS:
            self.buttons.append(control)
        elif kind not in ("button", "reset") and control.get("name") and not is_closed:
            self.controls.setdefault(control.get("name"), []).append(control)

    def _control(self, name):
        if name not in self.controls:
            raise NotOnPageError(f"{self.action} has no “{name}”, only {sorted(self.controls)}.")
        return self.controls[name][0]

    def _button(self, button):
        called = [one for one in self.buttons if button is None or _is_called(one, button)]
        if not called:
            names = [one.get("name") or _words(one) for one in self.buttons]
            raise NotOnPageError(f"{self.action} has no button “{button}”, only {names}.")
        if called[0].get("disabled") is not None:
            raise NotOnPageError(f"The button “{_words(called[0])}” cannot be pressed.")
        return called[0]

    def _change(self, name, value):
        control, kind = self._control(name), self.kind(name)
        if kind == "hidden":
            raise NotOnPageError(f"“{name}” is hidden: nobody can change it.")
        if kind == "select":
            chosen = [str(one) for one in value or ()] if self.is_multiple(name) else [_text(value)]
            self.values[name] = self._offered(name, chosen)
        elif kind == "radio":
            self.values[name] = self._offered(name, [_text(value)])
        elif kind == "checkbox" and self.is_multiple(name):
            self.values[name] = self._offered(name, [str(one) for one in value or ()])
        elif kind == "checkbox":
            self.values[name] = [_box(control)] if value else []
        elif kind == "file":
            if value is not None and not self.takes_files:
                raise NotOnPageError(f"{self.action} sends no files: it lacks an enctype.")
            self.values[name] = [] if value is None else [value]
        else:
            self.values[name] = [self._typed(name, control, _lines(_text(value)))]

    def _typed(self, name, control, text):
        limit = control.get("maxlength")
        if control.get("readonly") is not None:
            raise NotOnPageError(f"“{name}” can only be read.")
        if limit and len(text.replace("\r\n", "\n")) > int(limit):
            raise NotOnPageError(f"“{name}” takes {limit} characters, not {len(text)}.")
        if _sanitised(control, text) != text:
            raise NotOnPageError(f"“{name}” does not take “{text}”.")
        return text

    def _offered(self, name, values):
        if unknown := set(values) - set(self.choices(name)):
            choices = self.choices(name)
            raise NotOnPageError(f"“{name}” does not offer {sorted(unknown)}: {choices}.")
        return values

    def _found(self, control):
        """What an autocomplete finds before anything is typed, page by page."""
        names = ("app_label", "model_name", "field_name")
        asked = {name: control.get(f"data-{name.replace('_', '-')}") for name in names}
        found, page, more = [], 1, True
        while more:
            address = control.get("data-ajax--url")
            answer = self.client.get(address, asked | {"term": "", "page": page}).json()
            found += [str(one["id"]) for one in answer["results"]]
            page, more = page + 1, answer["pagination"]["more"]
        return found if control.get("multiple") is not None else ["", *found]

    def _refuse_incomplete(self):
        for name, controls in self.controls.items():
            if controls[0].get("required") is not None and not any(self.values[name]):
                raise NotOnPageError(f"A browser asks for “{name}” first.")


def _takes_anything(path):
    """Whether the view asks for no token, which the client of the tests never does."""
    return getattr(resolve(urlsplit(path).path).func, "csrf_exempt", False)


def _is_control(element):
    return element.tag in ("input", "select", "textarea", "button")


def _closed(root):
    """The ids of what is disabled, alone or by a fieldset."""
    groups = [one for one in root.iter("fieldset") if one.get("disabled") is not None]
    closed = {id(child) for group in groups for child in group.iter()}
    return closed | {id(one) for one in root.iter() if one.get("disabled") is not None}


def _kind(control):
    if control.tag in ("select", "textarea"):
        return control.tag
    return control.get("type", "submit" if control.tag == "button" else "text").lower()


def _sent(controls):
    """What a browser sends of untouched controls of one name."""
    sent = [text for control in controls for text in _sent_of(control)]
    return sent[-1:] if _kind(controls[0]) == "radio" else sent


def _sent_of(control):
    kind = _kind(control)
    if kind == "textarea":
        return [_lines("".join(control.itertext()))]
    if kind == "select":
        options = list(control.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        if control.get("multiple") is None:
            chosen = chosen[-1:] or list(_options(control))[:1]
        return [_value(option) for option in chosen if option in _options(control)]
    if kind in ("checkbox", "radio"):
        return [_box(control)] if control.get("checked") is not None else []
    return [] if kind == "file" else [_lines(_sanitised(control, control.get("value", "")))]


def _options(select):
    """Those that can be chosen: not disabled, nor in a group that is."""
    groups = [one for one in select.iter("optgroup") if one.get("disabled") is not None]
    closed = {id(option) for group in groups for option in group.iter("option")}
    for option in select.iter("option"):
        if option.get("disabled") is None and id(option) not in closed:
            yield option


def _sanitised(control, text):
    """What an input keeps of a text: one line, and of a day or a number only a whole one."""
    kind = _kind(control)
    if kind in ("hidden", "textarea"):
        return text
    if kind in DIGITS:
        return text if re.fullmatch(DIGITS[kind], text) else ""
    text = re.sub("[\r\n]", "", text)
    return text.strip() if kind in ("email", "url") else text


def _box(control):
    return control.get("value", "on")


def _value(option):
    return option.get("value", " ".join("".join(option.itertext()).split()))


def _text(value):
    return "" if value is None else str(value)


def _lines(text):
    """A browser ends the lines of a text with a carriage return and a line feed."""
    return re.sub("\r\n|\r|\n", "\r\n", text)


def _words(button):
    return " ".join("".join(button.itertext()).split()) or button.get("value", "")


def _is_called(button, name):
    own = button.get("name")
    return name in (own, f"{own}={button.get('value')}", _words(button))
