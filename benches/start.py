#!/usr/bin/env python3
"""Time from the start of the process to the first answered request, and the memory it then holds.

Usage: benches/start.py [RUNS]; builds nothing: run `cargo build --release` first.
"""

import http.client
import pathlib
import subprocess
import sys
import time

BINARY = pathlib.Path(__file__).parent.parent / "target" / "release" / "lectern"


def status(pid, field):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    return 0.0


def one_run():
    begin = time.perf_counter()
    server = subprocess.Popen(
        [BINARY, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        address = server.stdout.readline().split("http://")[1].strip().rstrip("/")
        connection = http.client.HTTPConnection(address, timeout=10)
        connection.request("GET", "/strategy/principles/sovereignty")
        answer = connection.getresponse()
        answer.read()
        took = (time.perf_counter() - begin) * 1000
        assert answer.status == 200
        first = status(server.pid, "VmRSS")
        # Brotli goes on in the background; the page says `br` when its own is there.
        time.sleep(4)
        return took, first, status(server.pid, "VmRSS"), status(server.pid, "VmHWM")
    finally:
        server.terminate()
        server.wait(15)


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    results = sorted(one_run() for _ in range(runs))
    took, first, settled, peak = results[len(results) // 2]
    print(f"median of {runs}: first answer after {took:.0f} ms; "
          f"{first:.1f} MB then, {settled:.1f} MB when settled, {peak:.1f} MB at most")
    print("all, in ms:", ", ".join(f"{result[0]:.0f}" for result in results))


if __name__ == "__main__":
    main()
