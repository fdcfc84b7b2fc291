#!/usr/bin/env python3
"""Writes the inputs from which the fuzzer of a target starts.

Usage: fuzz/seeds.py TARGET FOLDER
"""

import hashlib
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
SITES = HERE.parent / "tests" / "sites"


def contents():
    """Each file of the site that is fuzzed, and the documents of all others in place of one of its own."""
    for file in sorted((SITES / "scholarly").iterdir()):
        yield f"{file.name}\n".encode() + file.read_bytes()
    for text in texts():
        yield b"house.md\n" + text


def texts():
    return [file.read_bytes() for file in sorted(SITES.glob("*/*.md"))]


def lines(target):
    text = (HERE / "seeds" / target).read_text(encoding="utf-8")
    return [line.encode() for line in text.splitlines()]


def conversations():
    """The first byte is the length of the pieces in which a conversation comes."""
    return [b"\xff" + line.decode("unicode_escape").encode() for line in lines("headers")]


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    special = {"content": contents, "adopt": texts, "headers": conversations}
    for seed in special.get(target, lambda: lines(target))():
        (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


if __name__ == "__main__":
    main()
