#!/usr/bin/env python3
"""Writes NOTICES.txt: the licences of every crate that is linked into Lectern, as their authors ship them.

`deploy/notices.py --check` writes nothing, and exits 1 where the file is not that of Cargo.lock.
"""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "NOTICES.txt"
PLATFORMS = ["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "aarch64-unknown-linux-gnu", "aarch64-apple-darwin"]
NAMES = ("LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE")
RULE = "=" * 100

HEAD = f"""Lectern is linked with the crates below. Each stands under the licence that is named beside it; where there is a
choice, so is it with Lectern. Their texts follow, each once. `deploy/notices.py` writes this file.

The styles of citations inside `hayagriva` are the Citation Style Language's, under CC BY-SA 3.0
(https://citationstyles.org). The typeface is Source Serif 4, under the SIL Open Font License: see static/.
"""


def linked(platform):
    """The crates that are linked on a platform: no tools of the build, no tests, no macros."""
    asked = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", platform]
    read = json.loads(subprocess.run(asked, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    packages = {package["id"]: package for package in read["packages"]}
    nodes = {node["id"]: node for node in read["resolve"]["nodes"]}

    def is_macro(package):
        return any("proc-macro" in target["kind"] for target in packages[package]["targets"])

    found, queue = set(), [package for package in packages if packages[package]["name"] == "lectern"]
    while queue:
        package = queue.pop()
        if package in found or is_macro(package):
            continue
        found.add(package)
        for dependency in nodes[package]["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                queue.append(dependency["pkg"])
    return [packages[package] for package in found if packages[package]["source"]]


def texts(package):
    """What a crate ships that is called a licence or a notice, in a form that compares."""
    folder = Path(package["manifest_path"]).parent
    files = {file for file in folder.iterdir() if file.is_file() and file.name.upper().startswith(NAMES)}
    if package["license_file"]:
        files.add(folder / package["license_file"])
    for file in sorted(files, key=lambda file: file.name):
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        yield "\n".join(line.rstrip() for line in lines).strip("\n")


def notices():
    """The whole file."""
    crates = {(package["name"], package["version"]): package for platform in PLATFORMS for package in linked(platform)}
    named, users, shown = [], defaultdict(list), {}
    for (name, version), package in sorted(crates.items()):
        licence = (package["license"] or "see its text").replace("/", " OR ")
        shipped = list(texts(package))
        by = "" if shipped else f", by {', '.join(package['authors']) or 'its authors'}: ships no text of it"
        named.append(f"{name} {version}: {licence}{by}")
        for words, text in {" ".join(text.split()): text for text in shipped}.items():
            users[words].append(f"{name} {version}")
            shown.setdefault(words, text)
    parts = [HEAD, "\n".join(named)]
    for words, names in sorted(users.items(), key=lambda one: (-len(one[1]), one[1])):
        parts.append(f"{RULE}\n{', '.join(names)}\n{RULE}\n\n{shown[words]}")
    return "\n\n".join(parts) + "\n"


def main():
    written = notices()
    if sys.argv[1:] != ["--check"]:
        NOTICES.write_text(written, encoding="utf-8")
        return 0
    if NOTICES.is_file() and NOTICES.read_text(encoding="utf-8") == written:
        return 0
    print("NOTICES.txt is not that of Cargo.lock: run deploy/notices.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
