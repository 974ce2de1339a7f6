"""Copies of rows: an archive many times over, and the one of a file in PostgreSQL."""

import json
import sqlite3

# What differs in the copy number :copy of a row. A key is that of the row and :copy times the
# last key of its table, which stands in the braces; a place in lists is that of the row and as
# many releases. Number and reference are given anew at the end.
PLACE = '"order" + :copy * {pressrelease}'
TAIL = "slug || '-' || :copy"
CHANGED = {
    "pressrelease": {
        "id": "id + :copy * {pressrelease}",
        "uuid": "lower(hex(randomblob(16)))",
        "number": "NULL",
        "reference": "NULL",
        "order": PLACE,
    },
    "meeting": {
        "id": "id + :copy * {meeting}",
        "slug": TAIL,
        "order": PLACE,
    },
    "participation": {
        "id": "id + :copy * {participation}",
        "meeting_id": "meeting_id + :copy * {meeting}",
    },
    "pressrelease_topics": {
        "id": "id + :copy * {pressrelease_topics}",
        "pressrelease_id": "pressrelease_id + :copy * {pressrelease}",
    },
    "pressrelease_meetings": {
        "id": "id + :copy * {pressrelease_meetings}",
        "pressrelease_id": "pressrelease_id + :copy * {pressrelease}",
        "meeting_id": "meeting_id + :copy * {meeting}",
    },
    "address": {
        "id": "id + :copy * {address}",
        "slug": TAIL,
        "owner": "owner + :copy * iif(scope = 'meeting', {meeting}, {pressrelease})",
    },
    "edition": {
        "id": "id + :copy * {edition}",
        "release_id": "release_id + :copy * {pressrelease}",
        "slug": TAIL,
        "printed": "copied(printed, :copy, {meeting}, {participation})",
    },
    "quote": {
        "id": "id + :copy * {quote}",
        "edition_id": "edition_id + :copy * {edition}",
        "key": "key || 'x' || :copy",
        "order": PLACE,
        "printed": "json_set(printed, '$.id', id + :copy * {quote})",
    },
    "showing": {
        "id": "id + :copy * {showing}",
        "release_id": "release_id + :copy * {pressrelease}",
        "edition_id": "edition_id + :copy * {edition}",
        "order": PLACE,
        "newest": "newest + :copy * {pressrelease}",
    },
    "mention": {
        "id": "id + :copy * {mention}",
        "edition_id": "edition_id + :copy * {edition}",
        "subject": "subject + :copy * iif(kind = 'm', {meeting}, 0)",
        "order": PLACE,
    },
}

# Rows that are no part of a release, and stay as they are.
OWN = {"address": "scope NOT IN ('person', 'organisation', 'topic')"}

NUMBERED = """
WITH given AS (
    SELECT id, row_number() OVER (PARTITION BY year ORDER BY public_from, id) AS number
    FROM releases_pressrelease WHERE public_from IS NOT NULL
)
UPDATE releases_pressrelease
SET number = given.number, reference = year || '/' || printf('%04d', given.number)
FROM given WHERE given.id = releases_pressrelease.id
"""

# Those of PostgreSQL that keep no rule, and can be built at the end.
INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename LIKE 'releases_%%'
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)
AND indexdef NOT LIKE 'CREATE UNIQUE%%'
"""


def multiply(connection, times):
    """Make an archive in SQLite so many times as large, by copies of its rows."""
    connection.ensure_connection()
    database = connection.connection
    database.create_function("copied", 4, copied, deterministic=True)
    tables = {name: f"releases_{name}" for name in CHANGED}
    last = {
        name: database.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608 (ours)
        for name, table in tables.items()
    }
    # Built at the end, which takes less than keeping them in order.
    indexes = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        " AND tbl_name LIKE 'releases_%'"
    ).fetchall()
    # New pages are written once, not to a log first.
    database.execute("PRAGMA journal_mode=DELETE")
    database.execute("BEGIN IMMEDIATE")
    database.execute("UPDATE releases_pressrelease SET number = NULL, reference = NULL")
    for name, _sql in indexes:
        database.execute(f"DROP INDEX {name}")
    for name, table in tables.items():
        insert = _insert(database, table, CHANGED[name], OWN.get(name, "true"), last)
        for copy in range(1, times):
            database.execute(insert, {"copy": copy, **last})
    database.execute(NUMBERED)
    for _name, sql in indexes:
        database.execute(sql)
    database.execute("COMMIT")
    database.execute("PRAGMA journal_mode=WAL")


def _insert(database, table, changed, own, last):
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    values = [changed.get(column, f'"{column}"').format(**last) for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    rows = f"FROM {table} WHERE {own} AND id <= :{table.removeprefix('releases_')}"
    return f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} {rows}"


def copied(printed, copy, meetings, participations):
    """Name in what is printed the quotes and the meeting of a copy of the text."""
    kept = json.loads(printed)
    for mark in kept["marks"]:
        mark[2] = f"{mark[2]}x{copy}"
    for meeting in kept["meetings"]:
        meeting["id"] += copy * meetings
        meeting["slug"] += f"-{copy}"
        for person in meeting["people"]:
            person["id"] += copy * participations
    return json.dumps(kept)


def to_postgresql(file, connection):
    """Copy all rows of a file of SQLite to a new database, whose tables are there."""
    from django.core.management.color import no_style

    source = sqlite3.connect(file)
    tables = [table for table in connection.introspection.table_names() if _has_rows(source, table)]
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # references come in any order
        cursor.execute("SET timezone = 'UTC'")
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        cursor.execute(INDEXES)
        indexes = cursor.fetchall()
        for name, _sql in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        for table in tables:
            rows = source.execute(f"SELECT * FROM {table}")  # noqa: S608 (ours)
            names = ", ".join(f'"{column[0]}"' for column in rows.description)
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        for _name, sql in indexes:
            cursor.execute(sql)
        cursor.execute("SET session_replication_role = DEFAULT")
        for sql in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(sql)
        cursor.execute("VACUUM ANALYZE")


def _has_rows(source, table):
    there = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if not source.execute(there, [table]).fetchone():
        return False
    return source.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None  # noqa: S608


def _models():
    from django.apps import apps

    return apps.get_models(include_auto_created=True)
