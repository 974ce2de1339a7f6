"""The helper of the other tests sends what a browser would send, and nothing else."""

import pytest

from .builders import make_editor, make_topic
from .forms import NotOnPageError, form_on

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
