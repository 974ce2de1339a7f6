import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from releases.intake.address import likely_address
from releases.intake.archive.folder import data_of, data_of_file
from releases.intake.draft import make_release
from releases.intake.report import as_lines, as_values, reason
from releases.intake.take import take_in
from releases.intake.unattended import draft_of
from releases.reading.find import find
from releases.reading.readers import read
from releases.text.languages import languages

STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = (
        "Reads press releases (.docx, .html, .txt, .eml, .pdf) and says what is found in them: "
        "title, date, quotes, meeting, contacts. With --save a draft is made of each."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help="- is the standard input")
        parser.add_argument(
            "--json",
            action="store_true",
            dest="as_json",
            help="print an object a line for each file; alone it needs no database",
        )
        add_choices(parser)

    def handle(self, *, files, as_json, save, language, tracked, add_people, **options):
        failed = 0
        for name in files:
            try:
                data, document = self._read(name, tracked)
                if as_json or not save:
                    self._show(name, document, language, as_json)
                if save:
                    self._save(name, document, data, language, add_people, quiet=as_json)
            except Exception as error:  # one file is worse than anybody thought of
                failed += 1
                self.stderr.write(f"{name}: {reason(error)}")
        if failed:
            sentence = ngettext(
                "%(count)d of %(all)d file failed.",
                "%(count)d of %(all)d files failed.",
                len(files),
            )
            raise CommandError(sentence % {"count": failed, "all": len(files)})

    def _read(self, name, tracked):
        """The bytes of a file and the document in it; what standard input is, its bytes say."""
        if name == STANDARD_INPUT:
            data = data_of(sys.stdin.buffer)
            return data, read(data, tracked=tracked)
        data = data_of_file(Path(name))
        return data, read(data, name, tracked=tracked)

    def _show(self, name, document, language, as_json):
        values = as_values(name, document, find(document.blocks, language, document))
        if as_json:
            self.stdout.write(json.dumps(values, ensure_ascii=False))
        else:
            self.stdout.writelines(f"{line}\n" for line in as_lines(values))

    def _save(self, name, document, data, language, add_people, quiet):
        name = "" if name == STANDARD_INPUT else name
        with transaction.atomic():
            address = likely_address(document.address)
            intake = take_in(document, data, name=name, language=language, address=address)
            try:
                draft, doubts = draft_of(intake, add_people)
                edition = make_release(draft, intake)
            except BaseException:
                # The database takes back what was saved in it, and not the copy of the file.
                intake.file.delete(save=False)
                raise
        if quiet:
            return
        saved = _("%(file)s: saved as draft %(number)d, “%(title)s”.")
        values = {"file": intake, "number": edition.release_id, "title": edition.title}
        self.stdout.write(saved % values)
        left_out = [_("Left out: %(text)s") % {"text": text} for text in document.left_out]
        self.stdout.writelines(f"  {line}\n" for line in doubts + left_out + document.notes)


def add_choices(parser):
    """The options of all commands that make drafts of files."""
    parser.add_argument("--save", action="store_true", help="make a draft of each")
    parser.add_argument(
        "--language",
        choices=[code for code, name in languages()],
        help="of the text; recognised if not given",
    )
    parser.add_argument(
        "--tracked",
        choices=["accept", "reject", "refuse"],
        default="accept",
        help="what to do with tracked changes of Word",
    )
    parser.add_argument(
        "--add-people",
        action="store_true",
        help="add who is quoted and not on record; else such quotes are left out",
    )
