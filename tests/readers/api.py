"""Programs of others read what Lectern tells programs of itself, and notice where it is spoiled."""

import copy
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import feedparser
from lxml import etree
from openapi_spec_validator import OpenAPIV31SpecValidator

from server import Server

HERE = Path(__file__).parent
SITEMAP_SCHEMA = HERE / "node_modules/sitemap/schema/sitemap.xsd"

# A reader that hangs should not hang the tests.
PATIENCE = 300


def setUpModule():
    global site, description
    site = Server()
    description = json.loads(site.get("/openapi.json"))


def tearDownModule():
    site.stop()


def faults_of(description):
    return [fault.message for fault in OpenAPIV31SpecValidator(description).iter_errors()]


def asked_by_schemathesis(description, *options):
    """What Schemathesis says when it asks the site for what is described: its code and its words."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(description, file)
        file.flush()
        asked = subprocess.run(
            [
                Path(sys.executable).parent / "schemathesis",
                "run",
                file.name,
                f"--url={site.origin}",
                "--checks=all",
                "--seed=1",
                "--no-color",
                *options,
            ],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            cwd=tempfile.gettempdir(),
        )
    return asked.returncode, asked.stdout + asked.stderr


class OpenApi(unittest.TestCase):
    def test_description_is_valid(self):
        self.assertEqual(faults_of(description), [])

    def test_a_spoiled_description_is_not(self):
        def nameless(api):
            del api["info"]["title"]

        def placeless_parameter(api):
            api["paths"]["/terms/{term}.json"]["get"]["parameters"][0]["in"] = "nowhere"

        def undeclared_parameter(api):
            del api["paths"]["/terms/{term}.json"]["get"]["parameters"][0]

        for spoil in [nameless, placeless_parameter, undeclared_parameter]:
            spoiled = copy.deepcopy(description)
            spoil(spoiled)
            self.assertNotEqual(faults_of(spoiled), [], spoil.__name__)

    def test_site_answers_as_described(self):
        code, said = asked_by_schemathesis(
            description, "--phases=examples,fuzzing", "--mode=all", "--max-examples=2", "--workers=2"
        )
        self.assertEqual(code, 0, said)

    def test_another_site_than_described_is_noticed(self):
        spoiled = copy.deepcopy(description)
        responses = {
            name: spoiled["paths"][path]["get"]["responses"]
            for name, path in [("search", "/search.json"), ("suggest", "/search/suggest"), ("getTerm", "/terms/{term}.json")]
        }
        spoiled["components"]["schemas"]["SearchData"]["properties"]["total"] = {"type": "string"}
        responses["suggest"]["200"]["content"] = {"text/csv": {}}
        responses["getTerm"]["201"] = responses["getTerm"].pop("200")
        names = [f"--include-operation-id={name}" for name in responses]
        code, said = asked_by_schemathesis(spoiled, "--phases=examples", *names)
        self.assertEqual(code, 1, said)
        for fault in ["Response violates schema", "Undocumented Content-Type", "Undocumented status code"]:
            self.assertIn(fault, said)


class Sitemap(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = etree.XMLSchema(etree.parse(str(SITEMAP_SCHEMA)))
        cls.sitemap = site.get("/sitemap.xml")

    def test_sitemap_is_valid(self):
        tree = etree.fromstring(self.sitemap)
        self.assertTrue(self.schema.validate(tree), self.schema.error_log)
        self.assertGreater(len(tree), 400)

    def test_a_spoiled_one_is_not(self):
        for old, new in [(b"<lastmod>", b"<lastmod>on "), (b"loc>", b"location>"), (b"urlset", b"set")]:
            spoiled = self.sitemap.replace(old, new)
            self.assertNotEqual(spoiled, self.sitemap)
            self.assertFalse(self.schema.validate(etree.fromstring(spoiled)), old)


def faults_of_feed(text):
    """What a reader of feeds misses, by what RFC 4287 asks of a feed and of an entry."""
    read = feedparser.parse(text, response_headers={"content-type": "application/atom+xml"})
    faults = [str(read.bozo_exception)] if read.bozo else []
    if read.version != "atom10":
        faults.append(f"it is {read.version or 'no feed'}")
    for name, part in [("feed", read.feed), *[("entry", entry) for entry in read.entries]]:
        faults += [f"{name}: no {key}" for key in ["id", "title"] if not part.get(key)]
        if not part.get("updated_parsed"):
            faults.append(f"{name}: no day of change")
        if "alternate" not in [link.rel for link in part.get("links", []) if link.get("href")]:
            faults.append(f"{name}: no page")
    if not read.feed.get("author"):
        faults.append("feed: no author")
    ids = [read.feed.get("id"), *[entry.get("id") for entry in read.entries]]
    if len(set(ids)) != len(ids):
        faults.append("an id is taken twice")
    return faults


class Feed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.feed = site.get("/editions.atom")

    def test_feed_is_read(self):
        self.assertEqual(faults_of_feed(self.feed), [])
        entries = feedparser.parse(self.feed).entries
        self.assertGreater(len(entries), 1)
        self.assertEqual(entries, sorted(entries, key=lambda one: one.updated, reverse=True))

    def test_a_spoiled_feed_is_noticed(self):
        taken = re.findall(rb"<id>(.*?)</id>", self.feed)
        for old, new in [
            (b"</entry>", b""),
            (b"http://www.w3.org/2005/Atom", b"http://www.w3.org/2005/Atoms"),
            (b"<updated>", b"<updated>about "),
            (b'rel="alternate"', b'rel="self"'),
            (b"<name>", b"<nom>"),
            (taken[1], taken[0]),
        ]:
            spoiled = self.feed.replace(old, new)
            self.assertNotEqual(spoiled, self.feed)
            self.assertNotEqual(faults_of_feed(spoiled), [], old)


if __name__ == "__main__":
    unittest.main()
