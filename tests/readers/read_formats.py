"""Reads BibTeX with bibtexparser and RIS with rispy, and tells what they found in the words of CSL.

Standard input: {"name": {"bib": "…", "ris": "…"}}. Standard output: {"name": {"bib": {…}, "ris": {…}}},
where a format that cannot be read is {"fault": "…"}.
"""

import json
import sys

import bibtexparser
import rispy
from bibtexparser.middlewares import SeparateCoAuthors

BIB_TYPES = {"techreport": "report", "article": "article-journal", "misc": "other"}
RIS_TYPES = {"RPRT": "report", "JOUR": "article-journal", "ELEC": "other", "GEN": "other"}


def name(text):
    if text.startswith("{") and text.endswith("}"):
        return {"literal": text[1:-1]}
    family, comma, given = text.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": text}


def read_bib(text):
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors()])
    if library.failed_blocks or len(library.entries) != 1:
        raise ValueError(f"{len(library.entries)} entries, {len(library.failed_blocks)} faults")
    entry = library.entries[0]
    fields = {field.key: field.value for field in entry.fields}
    known = {
        "author", "title", "journal", "howpublished", "type", "volume", "number", "pages", "year", "month", "day",
        "language", "note", "annote", "doi", "url", "urldate",
    }
    if set(fields) - known:
        raise ValueError(f"unknown fields {sorted(set(fields) - known)}")
    date = [int(fields[key]) for key in ("year", "month", "day") if key in fields]
    found = {
        "id": entry.key,
        "type": BIB_TYPES[entry.entry_type],
        "title": fields.get("title"),
        "author": [name(one) for one in fields.get("author", [])],
        "issued": date,
        "genre": fields.get("type"),
        "container-title": fields.get("journal", fields.get("howpublished")),
        "volume": fields.get("volume"),
        "issue": fields.get("number"),
        "page": fields.get("pages", "").replace("--", "-") or None,
        "DOI": fields.get("doi"),
        "URL": fields.get("url"),
        "language": fields.get("language"),
        "note": fields.get("note"),
        "annote": fields.get("annote"),
        "accessed": [int(part) for part in fields.get("urldate", "").split("-") if part],
    }
    return {key: value for key, value in found.items() if value}


def is_annotation(note):
    return note.startswith("SHA-256")


def read_ris(text):
    if "\n" in text.replace("\r\n", ""):
        raise ValueError("a line does not end with CR LF")
    entries = rispy.loads(text)
    if len(entries) != 1:
        raise ValueError(f"{len(entries)} entries")
    entry = entries[0]
    if "unknown_tag" in entry:
        raise ValueError(f"unknown tags {entry['unknown_tag']}")
    date = [int(part) for part in entry.get("date", entry["year"]).split("/") if part]
    pages = [entry[key] for key in ("start_page", "end_page") if key in entry]
    found = {
        "id": entry["id"],
        "type": RIS_TYPES[entry["type_of_reference"]],
        "title": entry.get("title"),
        "author": [name(one) for one in entry.get("authors", [])],
        "issued": date,
        "genre": entry.get("type_of_work"),
        "container-title": entry.get("alternate_title3", entry.get("secondary_title", entry.get("journal_name"))),
        "volume": entry.get("volume"),
        "issue": entry.get("number"),
        "page": "-".join(pages),
        "DOI": entry.get("doi"),
        "URL": (entry.get("urls") or [None])[0],
        "language": entry.get("language"),
        "note": next((note for note in entry.get("notes", []) if not is_annotation(note)), None),
        "annote": next((note for note in entry.get("notes", []) if is_annotation(note)), None),
        "accessed": [int(part) for part in entry.get("access_date", "").split("/") if part],
    }
    return {key: value for key, value in found.items() if value}


def told(read, text):
    try:
        return read(text)
    except Exception as error:  # noqa: BLE001 - whatever a reader stumbles over is its answer
        return {"fault": f"{type(error).__name__}: {error}"}


asked = json.load(sys.stdin)
answers = {
    key: {"bib": told(read_bib, one["bib"]), "ris": told(read_ris, one["ris"])} for key, one in asked.items()
}
json.dump(answers, sys.stdout)
