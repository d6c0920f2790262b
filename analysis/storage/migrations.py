"""The schema of the store as ordered SQL steps: a new store takes all, an older one those it lacks.

To change the tables of ``analysis.tables.columns.RESULTS``, or to add one of your own, append a step with the next
number. A step that is out in the world is never edited, for there are files that took it.
"""

import duckdb

FIRST = 4
"""The oldest version that is brought up to date; files before it were never handed out."""

STEPS: dict[int, tuple[str, ...]] = {
    4: (
        "CREATE TABLE articles (article VARCHAR, id VARCHAR, title VARCHAR, outlet VARCHAR, published VARCHAR, "
        "url VARCHAR, author VARCHAR, agency VARCHAR, language VARCHAR, words BIGINT, sentences BIGINT, "
        "statements BIGINT, words_quoted BIGINT, hedges BIGINT, verbs BIGINT, subjunctives BIGINT, "
        "textblob DOUBLE, tone DOUBLE, tone_label VARCHAR, extra VARCHAR, text VARCHAR, fingerprint VARCHAR, "
        "created VARCHAR)",
        "CREATE TABLE statements (article VARCHAR, title VARCHAR, outlet VARCHAR, published VARCHAR, "
        "statement VARCHAR, type VARCHAR, section VARCHAR, entity VARCHAR, country VARCHAR, institution VARCHAR, "
        "category VARCHAR, naming VARCHAR, anonymity VARCHAR, via VARCHAR, via_country VARCHAR, "
        "via_institution VARCHAR, via_category VARCHAR, stance VARCHAR, withheld BOOLEAN, hedges BIGINT, "
        "subjunctive BOOLEAN, words BIGINT, speaker VARCHAR, cue VARCHAR, quote VARCHAR, sentence VARCHAR, "
        'start BIGINT, "end" BIGINT, spans VARCHAR, speaker_spans VARCHAR, cue_spans VARCHAR, '
        "frame_spans VARCHAR, addressee_spans VARCHAR, confidence DOUBLE, rule VARCHAR)",
        "CREATE TABLE hedges (article VARCHAR, title VARCHAR, outlet VARCHAR, published VARCHAR, hedge VARCHAR, "
        'cue VARCHAR, "class" VARCHAR, holder VARCHAR, section VARCHAR, statement VARCHAR, category VARCHAR, '
        'sentence VARCHAR, start BIGINT, "end" BIGINT, spans VARCHAR, rule VARCHAR)',
        "CREATE TABLE sentences (article VARCHAR, title VARCHAR, outlet VARCHAR, published VARCHAR, "
        "number BIGINT, section VARCHAR, voice VARCHAR, statement VARCHAR, category VARCHAR, words BIGINT, "
        "textblob DOUBLE, tone DOUBLE, tone_events DOUBLE, event_words BIGINT, names VARCHAR, sentence VARCHAR, "
        'start BIGINT, "end" BIGINT)',
    ),
    5: (
        "ALTER TABLE articles ADD COLUMN copy_of VARCHAR",
        "ALTER TABLE articles ADD COLUMN story VARCHAR",
    ),
    6: (
        "ALTER TABLE statements ADD COLUMN origin VARCHAR DEFAULT 'machine'",
        "ALTER TABLE hedges ADD COLUMN origin VARCHAR DEFAULT 'machine'",
        "CREATE TABLE corrections (number BIGINT, article VARCHAR, kind VARCHAR, target VARCHAR, label VARCHAR, "
        "found VARCHAR, words VARCHAR, who VARCHAR, note VARCHAR, created VARCHAR, undone VARCHAR)",
    ),
    7: (
        "ALTER TABLE statements ADD COLUMN via_kind VARCHAR",
        # Until then every via counted as a relay; the next analysis tells which was told instead.
        "UPDATE statements SET via_kind = 'relay' WHERE via IS NOT NULL",
    ),
    8: ("ALTER TABLE statements ADD COLUMN source_confidence DOUBLE",),
    9: (
        "ALTER TABLE articles ADD COLUMN own_words VARCHAR",
        "ALTER TABLE articles ADD COLUMN lemmas VARCHAR",
        "CREATE TABLE word_lists (key VARCHAR, file VARCHAR, rows VARCHAR)",
        "ALTER TABLE hedges ADD COLUMN confidence DOUBLE",
        "ALTER TABLE hedges ADD COLUMN reasons VARCHAR",
    ),
    10: ("CREATE TABLE edits (article VARCHAR, field VARCHAR, before VARCHAR, value VARCHAR)",),
}
"""The version that a store has after each step, and the step's statements."""

SCHEMA = max(STEPS)
"""The version that this code reads and writes."""


def version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The version of an open file: 0 where it has no table yet, None where it is no store at all."""
    # To list the tables takes twenty times as long: that is for files that are no store.
    try:
        found = connection.execute("SELECT max(version) FROM schema_version").fetchone()
    except duckdb.CatalogException:
        return None if connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() else 0
    return found[0] or None if found and isinstance(found[0], int) else None


def is_upgradable(found: int) -> bool:
    """Whether a file of this version can be brought up to date."""
    return found == 0 or FIRST <= found < SCHEMA


def upgrade(connection: duckdb.DuckDBPyConnection, found: int) -> None:
    """Take the steps after version ``found``, within the caller's transaction."""
    for number in sorted(number for number in STEPS if number > found):
        for statement in STEPS[number]:
            connection.execute(statement)
    connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER)")
    connection.execute("DELETE FROM schema_version")
    connection.execute("INSERT INTO schema_version VALUES (?)", [SCHEMA])
