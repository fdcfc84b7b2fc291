"""Lectern, for as long as the tests of a module run."""

import os
import re
import subprocess
import urllib.request
from pathlib import Path

BINARY = os.environ.get("LECTERN_BINARY") or Path(__file__).parent / "../../target/release/lectern"


class Server:
    """A server with these flags, on a port of its own."""

    def __init__(self, *flags):
        self.process = subprocess.Popen(
            [str(BINARY), "--listen", "127.0.0.1:0", *flags],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        line = self.process.stdout.readline()
        self.origin = re.search(r"http://[0-9.:]+", line).group()

    def get(self, path):
        with urllib.request.urlopen(self.origin + path, timeout=60) as answer:
            return answer.read()

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
