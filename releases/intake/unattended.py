"""A draft when nobody can be asked: what is certain is taken, the rest is left out and said."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from releases.models import Document as PublishedDocument
from releases.models import Edition, Meeting, Person, PressContact, Quote
from releases.reading import faults
from releases.reading.document import Document, Span, text_at
from releases.reading.findings.people import find_people
from releases.reading.languages import facts
from releases.text import html, verbatim
from releases.text.languages import default_language, languages

from .alike import folded
from .body import body
from .draft import Draft, Present, Said, Speaker, new_meeting
from .match import office_of
from .report import unclear_embargo

SURE = 0.5  # from which a speaker is taken without a word
TITLE: int = Edition._meta.get_field("title").max_length or 0
PRINTED: int = Quote._meta.get_field("title_as_printed").max_length or 0


def draft_of(intake, add_people=False):
    """
    The `Draft` of what can be chosen without a person from the proposal of `intake`, saved or
    not, and the doubts: a translated sentence on all that was left out or is to be looked at.

    Nothing is saved. With `add_people` the draft holds new persons for those who are named, say
    something and are not on record, with the office as printed. Five queries at most, and one
    for each participant of the meeting.
    """
    choice = _Choice(intake, add_people)
    return choice.draft(), choice.doubts


class _Choice:
    def __init__(self, intake, add_people):
        self.document = Document.from_json(intake.document)
        self.proposal, self.add_people = intake.proposal, add_people
        self.embargo_is_unclear = intake.embargo_is_unclear
        self.doubts = faults.doubts(self.proposal["missed"], self.proposal["cut"])
        named = [*self.proposal["quotes"], *self.proposal["people"]]
        self.people = Person.objects.in_bulk({one["person"] for one in named if one["person"]})

    def draft(self):
        meeting = self._meeting()
        text = self._body()
        draft = Draft(
            title=self._title(text),
            language=self.language,
            body=text,
            summary=self._value("summary") or "",
            place=self._value("place") or "",
            **self._times(),
            quotes=list(self._quotes(text)),
            meeting=meeting,
            present=list(self._present(meeting)) if meeting and meeting._state.adding else [],
            contacts=self._contacts(),
            links=self._links(),
        )
        for attachment in self.document.attachments:
            self._doubt(_("The attachment “%(name)s” was left out."), name=attachment.name)
        return draft

    @cached_property
    def language(self):
        found = self._value("language")
        if found in dict(languages()):
            return found
        self._doubt(_("The language was not recognised: choose it."))
        return default_language()

    def _value(self, name):
        return self.proposal[name] and self.proposal[name]["value"]

    def _doubt(self, sentence, **values):
        self.doubts.append(sentence % values)

    def _body(self):
        blocks, places = self.document.blocks, self.proposal["places"]
        if text := body(blocks, places, self.proposal["put_back"], self.language):
            return text
        self._doubt(_("The text has no more than a head or a foot: all of it was taken."))
        return body(blocks, places, range(len(blocks)), self.language)

    def _title(self, text):
        title = self._value("title")
        if not title:
            self._doubt(_("No title was found: the first words of the text stand for it."))
            title = Truncator(html.plain(text).partition("\n")[0]).words(12, "…")
        if len(title) > TITLE:
            self._doubt(_("The title was cut, as it is too long: “%(title)s”."), title=title)
            title = Truncator(title).chars(TITLE)
        return title

    def _times(self):
        """The field of the draft that says when it goes public, or was; none where that is open."""
        day, embargo = self._instant("day"), self._embargo()
        now = timezone.now()
        if "T" in (self._value("day") or ""):  # an instant, which an archive states
            return {"publish_at" if day > now else "first_published_at": day}
        if embargo and embargo > now:
            return {"publish_at": embargo}
        at = day or embargo
        if at is None:
            self._doubt(_("No date was found."))
            return {}
        if timezone.localdate(at) < timezone.localdate():
            return {"first_published_at": at}
        if at > now:
            sentence = _("It is dated %(day)s, which is still to come: say when it goes public.")
            self._doubt(sentence, day=date_format(timezone.localdate(at)))
        return {}

    def _instant(self, name):
        """A day begins at midnight in the newsroom's zone."""
        if not self._value(name):
            return None
        at = datetime.fromisoformat(self._value(name))
        return timezone.make_aware(at) if timezone.is_naive(at) else at

    def _embargo(self):
        """The instant; none is made up where a line leaves it open."""
        if not self.embargo_is_unclear:
            return self._instant("embargo")
        if spans := [Span(*span) for span in self.proposal["embargo"]["spans"][:1]]:
            self.doubts.append(unclear_embargo(text_at(self.document.blocks, spans)))
        return None

    def _quotes(self, text):
        """What was said, of those whose words stand in the text and whose speaker is known."""
        standing = verbatim.fold(html.plain(text))
        for found in self.proposal["quotes"]:
            said = Truncator(verbatim.in_one_line(found["words"])).words(12, "…")
            words = {"words": said, "name": found["name"]}
            person = self._speaker(found)
            if not standing.find_parts(verbatim.folded_parts(found["words"])):
                self._doubt(
                    _("A quote was left out, as its words do not stand in the text: “%(words)s”."),
                    **words,
                )
            elif found["joint"]:
                self._doubt(_("A quote of several people was left out: “%(words)s”."), **words)
            elif person is None:
                self._doubt(self._why_nobody(found), **words)
            else:
                if found["sure"] < SURE:
                    self._doubt(_("Look who said this: “%(words)s” (%(name)s)."), **words)
                role = found["role"] if len(found["role"]) <= PRINTED else ""
                yield Said(found["words"], Speaker(person, role))

    def _speaker(self, found):
        """The person on record, or a new one if such are added; None else."""
        if found["person"]:
            return self.people.get(found["person"])
        is_new = self.add_people and not found["others"]
        if is_new and tuple(folded(found["name"])) in self._named:
            return Person(name=found["name"])
        return None

    @cached_property
    def _named(self):
        """The names of all persons of the document: an office or a body is no person."""
        people = find_people(self.document.blocks, facts(self.language))
        return {tuple(folded(person.name)) for person in people}

    def _why_nobody(self, found):
        if not found["name"]:
            return _("A quote was left out, as nobody is named who said it: “%(words)s”.")
        if found["others"]:
            return _("A quote was left out, as %(name)s may be several people: “%(words)s”.")
        return _("A quote was left out, as %(name)s is not on record: “%(words)s”.")

    def _meeting(self):
        found = self.proposal["meeting"]
        if not found:
            return None
        if found["match"]:
            return Meeting.objects.filter(pk=found["match"]).first()
        if not (found["name"] and found["day"]):
            self._doubt(_("A meeting was left out, as its day was not found: %(name)s."), **found)
            return None
        day = date.fromisoformat(found["day"])
        return new_meeting(
            self.language,
            found["name"],
            day,
            found["place"],
            format=Meeting.Format.VIRTUAL if found["virtual"] else Meeting.Format.IN_PERSON,
            restricted=found["restricted"],
        )

    def _present(self, meeting):
        """Who took part, of those with an office on record on the meeting's day. A query each."""
        for found in self.proposal["people"]:
            person, role = self.people.get(found["person"]), found["role"] or found["name"]
            if person and office_of(person, role, meeting.starts_on):
                yield Present(Speaker(person, role), found["capacity"])
            else:
                sentence = _(
                    "%(name)s was left out of the meeting: no office of that day is on record."
                )
                self._doubt(sentence, name=found["name"])

    def _contacts(self):
        found = self.proposal["contacts"]
        known = PressContact.objects.in_bulk({one["match"] for one in found if one["match"]})
        for one in found:
            if not one["match"]:
                sentence = _("A press contact was left out, as it is not on record: %(name)s.")
                self._doubt(sentence, name=one["name"] or one["email"] or one["phone"])
        return list(known.values())

    def _links(self):
        """Documents on record; other addresses stand in the text, where they are followed."""
        addresses = [found["value"] for found in self.proposal["links"]]
        known = PublishedDocument.objects.filter(url__in=addresses)
        return list(known.values_list("title", "url").order_by("pk"))
