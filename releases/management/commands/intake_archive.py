import csv
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from releases.intake.archive import items_of
from releases.intake.archive.keep import Keeper, Status
from releases.reading.document import UnreadableError

from .intake import add_choices

WIDTH = 40
QUIET = {Status.FOUND, Status.SAVED, Status.DONE}
COLUMNS = ["where", "status", "title", "address", "reasons"]


class Command(BaseCommand):
    help = (
        "Takes in a whole archive of press releases: a folder, a .zip, an RSS or Atom feed, a "
        ".csv or JSON lines. Only looks and reports; with --save a draft is made of each. What "
        "an earlier run has saved is passed over."
    )

    def add_arguments(self, parser):
        parser.add_argument("source", type=Path, metavar="SOURCE")
        parser.add_argument(
            "--report", type=Path, metavar="FILE.csv", help="write a line for each release"
        )
        add_choices(parser)

    def handle(self, *, source, report, save, language, tracked, add_people, **options):
        keeper = Keeper(save=save, add_people=add_people, language=language, tracked=tracked)
        counts: Counter[str] = Counter()
        try:
            with _table(report) as write, self._bar(source) as bar:
                for outcome in map(keeper.take, items_of(source)):
                    counts.update([outcome.status, *["doubtful"] * outcome.is_doubtful])
                    write(outcome)
                    self._tell(outcome, bar)
        except UnreadableError as error:
            self._sum_up(counts, save)
            raise CommandError(str(error)) from error
        self._sum_up(counts, save)
        if not counts:
            raise CommandError(_("There is nothing in this archive."))
        if failed := counts[Status.FAILED]:
            raise CommandError(_("%(count)d failed.") % {"count": failed})

    @contextmanager
    def _bar(self, source):
        """The bar of progress, where there is a terminal to show it on; taken away at the end."""
        seen = self.stderr.isatty()
        bar = Bar(self.stderr, sum(1 for item in items_of(source))) if seen else None
        try:
            yield bar
        finally:
            if bar:
                bar.clear()

    def _tell(self, outcome, bar):
        """A line for what somebody has to look at, above the bar."""
        if outcome.reasons or outcome.status not in QUIET:
            if bar:
                bar.clear()
            reasons = " ".join(outcome.reasons)
            label = _("doubtful") if outcome.is_doubtful else Status(outcome.status).label
            self.stdout.write(f"{outcome.where}: {label}. {reasons}")
        if bar:
            bar.step()

    def _sum_up(self, counts, save):
        for status in Status:
            if count := counts[status]:
                self.stdout.write(f"{status.label}: {count}")
        if doubtful := counts["doubtful"]:
            self.stdout.write(_("of these with doubts: %(count)d") % {"count": doubtful})
        if not save:
            self.stdout.write(_("Nothing was saved: this was a look. Run it again with --save."))


class Bar:
    """A line on a terminal that says how many of `total` are done."""

    def __init__(self, terminal, total):
        self.terminal, self.total, self.done = terminal, total, 0

    def step(self):
        self.done += 1
        filled = WIDTH * self.done // max(self.total, self.done)
        bar = "#" * filled + "-" * (WIDTH - filled)
        self._write(f"\r[{bar}] {self.done}/{self.total}")

    def clear(self):
        self._write("\r\x1b[K")

    def _write(self, text):
        self.terminal.write(text, str, ending="")
        self.terminal.flush()


@contextmanager
def _table(path):
    """A function that writes a line of the report, or does nothing where none is asked for."""
    if path is None:
        yield lambda outcome: None
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        yield lambda outcome: rows.writerow(_cells(outcome))


def _cells(outcome):
    """Nothing that a program for tables would take for a formula."""
    cells = [getattr(outcome, name) for name in COLUMNS[:-1]] + [" ".join(outcome.reasons)]
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell for cell in cells]
