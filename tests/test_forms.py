"""The helper of the other tests sends what a browser would send, and nothing else."""

from types import SimpleNamespace

import pytest

from tests import forms
from tests.builders import make_editor, make_topic
from tests.forms import NotOnPageError, form_in, form_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_editor())
    return client


def test_a_record_with_names_can_be_changed(desk):
    topic = make_topic("Peace")

    answer = form_on(desk, f"/admin/releases/topic/{topic.pk}/change/").post(names_fr="Paix")

    topic.refresh_from_db()
    assert answer.status_code == 302
    assert topic.names == {"en": "Peace", "fr": "Paix"}


def test_a_post_by_hand_is_refused(desk):
    with pytest.raises(pytest.fail.Exception, match="what the page holds"):
        desk.post("/admin/releases/topic/add/", {"names_en": "Peace"})


def test_a_name_that_the_page_does_not_have_is_refused(desk):
    form = form_on(desk, "/admin/releases/topic/add/")

    with pytest.raises(NotOnPageError, match="has no “colour”"):
        form.post(colour="blue")


def test_a_choice_that_the_page_does_not_offer_is_refused(desk):
    form = form_on(desk, "/admin/releases/meeting/add/")

    with pytest.raises(NotOnPageError, match="does not offer"):
        form.post(format="by_letter")


def test_a_button_that_the_page_does_not_have_is_refused(desk):
    form = form_on(desk, "/admin/releases/topic/add/")

    with pytest.raises(NotOnPageError, match="no button"):
        form.post(button="Publish")


# What a browser sends of each control, by “constructing the entry list” of the HTML standard


class Sent:
    """A client that keeps what it is given."""

    def __init__(self, monkeypatch):
        self.data = None
        monkeypatch.setattr(forms, "_post", self._keep)

    def _keep(self, client, path, data, **extra):
        self.path, self.data = path, data
        if isinstance(data, dict):
            assert data.pop("csrfmiddlewaretoken") == ["t"]


@pytest.fixture
def sent(monkeypatch):
    return Sent(monkeypatch)


TOKEN = '<input type="hidden" name="csrfmiddlewaretoken" value="t">'


def form_of(controls, about=' enctype="multipart/form-data"', outside=""):
    html = f'<form method="post"{about}>{controls}{TOKEN}<button>Go</button></form>{outside}'
    request = {"PATH_INFO": "/admin/", "QUERY_STRING": ""}
    return form_in(None, SimpleNamespace(request=request, content=html.encode()))


@pytest.mark.parametrize(
    ("controls", "data"),
    [
        ('<input name="a" value="b">', {"a": ["b"]}),
        ('<input name="a">', {"a": [""]}),
        ('<input value="b">', {}),
        ('<input name="a" value="b" disabled>', {}),
        ('<fieldset disabled><input name="a" value="b"></fieldset>', {}),
        ('<input name="a" type="date" value="12 May 2031">', {"a": [""]}),
        ('<input name="a" type="number" value="1,5">', {"a": [""]}),
        ('<input name="a" type="hidden" value="b\nc">', {"a": ["b\r\nc"]}),
        ('<input name="a" value="b\nc">', {"a": ["bc"]}),
        ('<textarea name="a">\nb\nc</textarea>', {"a": ["b\r\nc"]}),
        ('<input name="a" type="checkbox"><input name="a" type="checkbox" checked>', {"a": ["on"]}),
        ('<input name="a" type="radio" value="1"><input name="a" type="radio" value="2">', {}),
        ('<input name="a" type="file">', {}),
        ('<select name="a"></select>', {}),
        ('<select name="a"><option value="1">A<option selected>B</select>', {"a": ["B"]}),
        ('<select name="a"><option disabled>A<option>B</select>', {"a": ["B"]}),
        ('<select name="a"><option selected disabled>A<option>B</select>', {}),
        (
            '<select name="a"><optgroup disabled><option>A</optgroup><option>B</select>',
            {"a": ["B"]},
        ),
        ('<select name="a" multiple><option>A<option selected>B</select>', {"a": ["B"]}),
        ('<select name="a" multiple><option>A</select>', {}),
        ('<button name="a" value="b">Other</button>', {"a": ["b"]}),
        ('<button name="a" value="b" type="button">Other</button>', {}),
    ],
)
def test_a_form_sends_what_a_browser_would(sent, controls, data):
    form_of(controls).post()

    assert sent.data == data


def test_a_control_elsewhere_on_the_page_can_belong_to_a_form(sent):
    form = form_of(
        '<input name="other" form="f2" value="no">',
        ' id="f1" enctype="multipart/form-data"',
        '<input name="a" form="f1" value="b">',
    )

    form.post()

    assert sent.data == {"a": ["b"]}


def test_a_button_may_lead_elsewhere_and_sends_its_own_value(sent):
    form = form_of('<input name="a"><button name="then" value="on" formaction="go/">On</button>')

    form.post(button="On")

    assert (sent.path, sent.data) == ("/admin/go/", {"a": [""], "then": ["on"]})


def test_a_form_for_texts_sends_texts(sent):
    form_of('<input name="a" value="é">', about="").post()

    assert sent.data == "a=%C3%A9&csrfmiddlewaretoken=t"


@pytest.mark.parametrize(
    ("controls", "change", "why"),
    [
        ('<input name="a" type="hidden">', "b", "is hidden"),
        ('<input name="a" readonly>', "b", "can only be read"),
        ('<input name="a" maxlength="3">', "four", "takes 3 characters"),
        ('<input name="a" type="date">', "tomorrow", "does not take"),
        ('<input name="a">', "two\nlines", "does not take"),
        ('<input name="a" type="radio" value="1">', "2", "does not offer"),
        ('<input name="a" type="radio" value="1">', None, "does not offer"),
        ('<select name="a"><option>A</select>', None, "does not offer"),
        ('<select name="a"><option disabled>A</select>', "A", "does not offer"),
        ('<input name="a" disabled>', "b", "has no “a”"),
    ],
)
def test_what_nobody_could_do_is_refused(controls, change, why):
    with pytest.raises(NotOnPageError, match=why):
        form_of(controls).change(a=change)


def test_a_file_is_refused_by_a_form_that_sends_none():
    with pytest.raises(NotOnPageError, match="lacks an enctype"):
        form_of('<input name="a" type="file">', about="").change(a="a file")


def test_a_browser_asks_for_what_is_required_unless_the_form_does_not_want_it(sent):
    with pytest.raises(NotOnPageError, match="asks for “a”"):
        form_of('<input name="a" required>', about="").post()

    form_of('<input name="a" required>', about=" novalidate").post()
    assert sent.data == "a=&csrfmiddlewaretoken=t"


def test_a_form_without_its_token_is_refused_as_the_desk_would(monkeypatch):
    monkeypatch.setattr("tests.test_forms.TOKEN", "")

    with pytest.raises(NotOnPageError, match="holds no token"):
        form_of("", ' action="/admin/"').post()


def test_a_button_that_is_switched_off_cannot_be_pressed():
    form = form_of('<button name="first" disabled>First</button>')

    for button in (None, "First"):
        with pytest.raises(NotOnPageError, match="cannot be pressed"):
            form.post(button=button)
