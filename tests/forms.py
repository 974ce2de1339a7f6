"""
A page's form as a browser holds it: fetched, changed, and posted back with all its controls.

    form = form_on(client, "/admin/releases/topic/1/change/")
    answer = form.post(names_0="Security")

What a test does not name is sent as the page has it, hidden inputs included. A name or a
choice that the page does not have is refused, so that no test sends what no person could.
"""

import html5lib

TEXTS = {"text", "hidden", "email", "url", "number", "search", "password", "tel", "date", "time"}
TEXTS |= {"datetime-local", "color", "range", "month", "week"}
BUTTONS = {"submit", "image"}


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
    if query := response.request.get("QUERY_STRING"):
        path = f"{path}?{query}"
    root = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    forms = [Form(client, path, root, element) for element in _posted(root)]
    if button is not None:
        forms = [form for form in forms if form.has_button(button)]
    if len(forms) != 1:
        raise NotOnPageError(f"{path} has {len(forms)} forms to post with the button {button!r}.")
    return forms[0]


def _posted(root):
    """The forms that post something but the sign-out of every page of the desk."""
    for element in root.iter("form"):
        posts = element.get("method", "get").lower() == "post"
        if posts and element.get("id") != "logout-form":
            yield element


class Form:
    """One form of a page. `values` is what it would send now: lists of texts or files by name."""

    def __init__(self, client, path, root, element):
        self.client = client
        self.action = element.get("action") or path
        self.controls = {}
        self.buttons = []
        inside = {id(child) for child in element.iter()}
        for control in _enabled(root):
            owner = control.get("form")
            if owner == element.get("id") if owner else id(control) in inside:
                self._take(control)
        self.values = {
            name: [text for one in controls for text in _sent(one)]
            for name, controls in self.controls.items()
        }

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
        control = self._control(name)
        return control.get("type", "text").lower() if control.tag == "input" else control.tag

    def choices(self, name):
        """The values that can be chosen in a select or among radio buttons."""
        control = self._control(name)
        if control.tag == "select":
            return [_value(option) for option in control.iter("option") if _is_open(option)]
        return [one.get("value", "on") for one in self.controls[name]]

    def is_multiple(self, name):
        control = self._control(name)
        return control.tag == "select" and control.get("multiple") is not None

    def change(self, changes=None, **more):
        """
        Type, choose, tick (True), untick (False), empty (None) or choose a file, by name.

        Raises NotOnPageError for what the page does not offer. Returns the form.
        """
        for name, value in {**(changes or {}), **more}.items():
            self._change(name, value)
        return self

    def add_row(self, prefix, changes=None, **more):
        """Press “Add another” of an inline and fill in the row. Returns the row's number."""
        total = f"{prefix}-TOTAL_FORMS"
        number = int(self[total])
        empty = [name for name in self.controls if name.startswith(f"{prefix}-__prefix__-")]
        if not empty:
            raise NotOnPageError(f"No row can be added to {prefix}.")
        for name in empty:
            own = name.replace("__prefix__", str(number))
            self.controls[own] = self.controls[name]
            self.values[own] = list(self.values[name])
        self.values[total] = [str(number + 1)]
        row = {f"{prefix}-{number}-{name}": v for name, v in {**(changes or {}), **more}.items()}
        self.change(row)
        return number

    def remove_row(self, prefix, number):
        """Tick “Delete” of a row of an inline."""
        return self.change({f"{prefix}-{number}-DELETE": True})

    def post(self, changes=None, *, button=None, follow=False, **more):
        """
        Send it by a button: its name, its `name=value` or the words on it; without one, by
        the first of the page, as Enter does. Returns the answer.
        """
        self.change(changes, **more)
        pressed = self._button(button)
        data = {name: list(values) for name, values in self.values.items() if values}
        action = self.action
        if pressed is not None:
            action = pressed.get("formaction") or action
            if name := pressed.get("name"):
                data.setdefault(name, []).append(pressed.get("value", ""))
        return self.client.post(action, data, follow=follow)

    def _take(self, control):
        kind = control.get("type", "submit" if control.tag == "button" else "text").lower()
        if control.tag != "textarea" and control.tag != "select" and kind in BUTTONS:
            self.buttons.append(control)
        elif control.tag != "button" and kind not in ("button", "reset") and control.get("name"):
            self.controls.setdefault(control.get("name"), []).append(control)

    def _control(self, name):
        if name not in self.controls:
            raise NotOnPageError(f"{self.action} has no “{name}”, only {sorted(self.controls)}.")
        return self.controls[name][0]

    def _button(self, button):
        if button is None:
            return self.buttons[0] if self.buttons else None
        for one in self.buttons:
            if _is_called(one, button):
                return one
        names = [one.get("name") or _words(one) for one in self.buttons]
        raise NotOnPageError(f"{self.action} has no button “{button}”, only {names}.")

    def _change(self, name, value):
        control, kind = self._control(name), self.kind(name)
        if kind == "select":
            chosen = [str(one) for one in value] if self.is_multiple(name) else [str(value or "")]
            self._refuse_unknown(name, control, chosen)
            self.values[name] = chosen
        elif kind == "radio":
            self._refuse_unknown(name, control, [str(value)])
            self.values[name] = [str(value)]
        elif kind == "checkbox":
            wanted = value if isinstance(value, (list, tuple, set)) else None
            boxes = self.controls[name]
            if wanted is None and len(boxes) > 1:
                raise NotOnPageError(f"“{name}” has several boxes: give a list.")
            self.values[name] = (
                [_box(one) for one in boxes if value]
                if wanted is None
                else [_box(one) for one in boxes if _box(one) in {str(v) for v in wanted}]
            )
        elif kind == "file":
            files = value if isinstance(value, (list, tuple)) else [value]
            self.values[name] = [file for file in files if file is not None]
        else:
            if control.get("readonly") is not None:
                raise NotOnPageError(f"“{name}” can only be read.")
            self.values[name] = [_lines("" if value is None else str(value))]

    def _refuse_unknown(self, name, control, values):
        # The choices of an autocomplete come from the server as one types.
        if "admin-autocomplete" in control.get("class", ""):
            return
        if unknown := set(values) - set(self.choices(name)) - {""}:
            raise NotOnPageError(
                f"“{name}” does not offer {sorted(unknown)}: {self.choices(name)}."
            )


def _enabled(root):
    """Controls in the order of the page, without those that are disabled alone or by a fieldset."""
    closed = {
        id(child)
        for group in root.iter("fieldset")
        if group.get("disabled") is not None
        for child in group.iter()
    }
    for control in root.iter():
        is_control = control.tag in ("input", "select", "textarea", "button")
        if is_control and control.get("disabled") is None and id(control) not in closed:
            yield control


def _sent(control):
    """The texts that a browser sends of an untouched control."""
    if control.tag == "textarea":
        return [_lines("".join(control.itertext()))]
    if control.tag == "select":
        options = [option for option in control.iter("option") if _is_open(option)]
        chosen = [_value(option) for option in options if option.get("selected") is not None]
        if control.get("multiple") is not None:
            return chosen
        return chosen[-1:] or [_value(option) for option in options[:1]]
    kind = control.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return [_box(control)] if control.get("checked") is not None else []
    return [] if kind == "file" else [control.get("value", "")]


def _box(control):
    return control.get("value", "on")


def _value(option):
    return option.get("value", "".join(option.itertext()).strip())


def _is_open(option):
    return option.get("disabled") is None


def _lines(text):
    """A browser ends the lines of a text with a carriage return and a line feed."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def _words(button):
    return " ".join("".join(button.itertext()).split()) or button.get("value", "")


def _is_called(button, name):
    return name in (
        button.get("name"),
        f"{button.get('name')}={button.get('value')}",
        _words(button),
    )
