"""The files of `deploy/` pass the programs that they are for, and do what they say; spoiled ones do not."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import tomllib
import time
import unittest
import urllib.error
import urllib.request
from base64 import b64encode
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DEPLOY = ROOT / "deploy"
TOOLS = Path(sys.executable).parent

sys.path.insert(0, str(HERE.parent / "readers"))
from server import BINARY, Server  # noqa: E402

# After so many seconds something hangs.
PATIENCE = 180


def ran(*command, **options):
    """What a program says, and its exit code."""
    command = [str(part) for part in command]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, **options)
    return done.returncode, done.stdout + done.stderr


class Checked(unittest.TestCase):
    """A file that a program accepts, and refuses where it is spoiled."""

    def accepts(self, check, file, spoils, prepare=lambda text: text):
        text = prepare(file.read_text())
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / file.name
            copy.write_text(text)
            code, said = check(copy)
            self.assertEqual(code, 0, said)
            for old, new in spoils:
                self.assertIn(old, text)
                copy.write_text(text.replace(old, new, 1))
                code, said = check(copy)
                self.assertNotEqual(code, 0, f"{new!r} is taken")


class Crates(Checked):
    def deny(self, file):
        return ran(TOOLS / "cargo-deny", "--offline", "--config", file, "check", "licenses", "bans", "sources", cwd=ROOT)

    def test_licences_and_sources(self):
        self.accepts(self.deny, ROOT / "deny.toml", [('"MIT", ', ""), ('crate = "comrak"', 'crate = "axum"')])

    def test_notices_are_those_of_the_lock(self):
        code, said = ran(sys.executable, DEPLOY / "notices.py", "--check")
        self.assertEqual(code, 0, said)


@unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not here")
class Systemd(Checked):
    UNIT = DEPLOY / "systemd/lectern.service"

    def prepare(self, text):
        """The unit, with a program that is here."""
        return text.replace("/usr/local/bin/lectern", str(Path(BINARY).resolve()))

    def verify(self, file):
        code, said = ran("systemd-analyze", "verify", "--man=no", file)
        return code or "lectern" in said, said

    def test_unit_is_sound(self):
        self.accepts(self.verify, self.UNIT, [("ExecStart=", "ExecBegin="), ("yes", "perhaps")], self.prepare)

    def exposure(self, file):
        return ran("systemd-analyze", "security", "--offline=true", "--threshold=20", file)

    def test_exposure_is_under_2(self):
        self.accepts(self.exposure, self.UNIT, [("CapabilityBoundingSet=\n", "")])
        _, said = self.exposure(self.UNIT)
        print(re.search(r"Overall exposure level.*", said).group())


class Containers(Checked):
    def hadolint(self, file):
        return ran(TOOLS / "hadolint", file)

    def test_dockerfile(self):
        spoils = [("rust:1.95-alpine", "rust:latest"), ("WORKDIR /src", "WORKDIR src"), ("ENTRYPOINT [", "ENTRYPOINT ")]
        self.accepts(self.hadolint, DEPLOY / "docker/Dockerfile", spoils)

    def test_what_the_build_reads_is_there(self):
        kept = re.findall(r"^!(.*)$", (DEPLOY / "docker/Dockerfile.dockerignore").read_text(), re.M)
        self.assertEqual([name for name in kept if not list(ROOT.glob(name))], [])
        members = tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["members"]
        folders = {member.split("/")[0] for member in members}
        self.assertLessEqual(folders, set(kept))

    def compose(self, file):
        settings = {"LECTERN_SITE": "texts.example", "LECTERN_READER": "reader", "LECTERN_PASSWORD_HASH": "$2a$14$x"}
        return ran(TOOLS / "docker-compose", "-f", file, "config", env={**os.environ, **settings})

    def test_compose(self):
        file = DEPLOY / "docker/compose.yaml"
        self.accepts(self.compose, file, [("read_only: true", "read_only: perhaps"), ("depends_on: [lectern]", "depends_on: [lektern]"), ("ports:", "port:")])
        code, said = ran(TOOLS / "docker-compose", "-f", file, "config")
        self.assertNotEqual(code, 0)
        self.assertIn("the domain of the site", said)

    def kubernetes(self, file):
        return ran(TOOLS / "kubernetes-validate", "--strict", file)

    def test_kubernetes(self):
        spoils = [("replicas: 3", 'replicas: "3"'), ("readinessProbe", "readyProbe"), ("runAsNonRoot: true", "runAsNonRoot: perhaps")]
        self.accepts(self.kubernetes, DEPLOY / "kubernetes/lectern.yaml", spoils)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


# Who may do nothing: root is what a web server should not be.
NOBODY = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}


class WebServer:
    """A web server in a folder of its own, until it is stopped."""

    def __init__(self, port, *command, **options):
        self.process = subprocess.Popen(
            [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **NOBODY, **options
        )
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.02)
        self.process.kill()
        raise AssertionError(self.process.communicate()[1])

    def stop(self):
        self.process.terminate()
        self.process.communicate()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def asked(url, password=None, context=None):
    """The status, headers and body of an answer."""
    handlers = [NoRedirect, urllib.request.ProxyHandler({})]
    if context:
        handlers.append(urllib.request.HTTPSHandler(context=context))
    request = urllib.request.Request(url)
    if password:
        request.add_header("Authorization", "Basic " + b64encode(f"reader:{password}".encode()).decode())
    try:
        answer = urllib.request.build_opener(*handlers).open(request, timeout=PATIENCE)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read()


class Proxies(unittest.TestCase):
    """nginx and Caddy with the files as they stand, but for ports, certificates and folders of this machine."""

    PASSWORD = "of a test"

    @classmethod
    def setUpClass(cls):
        base = ["--base-url", "https://texts.example.org"]
        cls.lectern = Server(*base)
        cls.home = Path(tempfile.mkdtemp())
        cls.export = cls.home / "texts"
        subprocess.run([str(BINARY), "export", cls.export, *base], check=True, capture_output=True)
        code, said = ran(TOOLS / "caddy", "hash-password", "--bcrypt-cost", 5, "--plaintext", cls.PASSWORD)
        assert code == 0, said
        cls.hash = said.strip().splitlines()[-1]
        (cls.home / "lectern.htpasswd").write_text(f"reader:{cls.hash.replace('$2a$', '$2y$', 1)}\n")
        key = ["-newkey", "rsa:2048", "-nodes", "-keyout", "privkey.pem", "-out", "fullchain.pem", "-subj", "/CN=texts.example.org"]
        code, said = ran("openssl", "req", "-x509", "-days", "2", *key, cwd=cls.home)
        assert code == 0, said
        for file in [cls.home, *cls.home.iterdir()]:
            file.chmod(0o755)
            if os.getuid() == 0:
                shutil.chown(file, 65534, 65534)

    @classmethod
    def tearDownClass(cls):
        cls.lectern.stop()
        shutil.rmtree(cls.home)

    def is_closed_to_strangers(self, url, context=None):
        status, _, body = asked(url + "/strategy", context=context)
        self.assertEqual(status, 401)
        self.assertNotIn(b"Cyberspace", body)
        self.assertEqual(asked(url + "/strategy", "wrong", context)[0], 401)
        own = asked(self.lectern.origin + "/strategy")
        status, headers, body = asked(url + "/strategy", self.PASSWORD, context)
        self.assertEqual((status, body), (200, own[2]))
        for name in ["content-type", "content-security-policy", "cache-control"]:
            self.assertEqual(headers[name], own[1][name], name)
        self.assertIn("max-age=63072000", headers["strict-transport-security"])
        self.assertEqual(asked(url + "/m1", self.PASSWORD, context)[0], 308)
        self.assertEqual(asked(url + "/nothing", self.PASSWORD, context)[0], 404)

    def nginx(self, name):
        import ssl

        plain, secure = free_port(), free_port()
        text = (DEPLOY / "nginx" / name).read_text()
        for old, new in [
            ("listen 80;", f"listen 127.0.0.1:{plain};"),
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
            ("127.0.0.1:8080", self.lectern.origin.removeprefix("http://")),
            ("/etc/letsencrypt/live/texts.example.org", str(self.home)),
            ("/etc/nginx/lectern.htpasswd", f"{self.home}/lectern.htpasswd"),
            ("/srv/texts", str(self.export)),
        ]:
            text = text.replace(old, new)
        temporary = "".join(f"{one}_temp_path {self.home}/{one};" for one in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        file = self.home / "nginx.conf"
        file.write_text(
            f"daemon off; pid {self.home}/nginx.pid; error_log stderr crit; events {{}}\nhttp {{ access_log off; {temporary}\n{text}\n}}\n"
        )
        command = ["nginx", "-e", "stderr", "-p", self.home, "-c", file]
        code, said = ran(*command, "-t", **NOBODY)
        self.assertEqual(code, 0, said)
        self.assertNotIn("[warn]", said)
        file_of_strangers = ssl.create_default_context()
        file_of_strangers.check_hostname, file_of_strangers.verify_mode = False, ssl.CERT_NONE
        server = WebServer(secure, *command)
        try:
            self.is_closed_to_strangers(f"https://127.0.0.1:{secure}", file_of_strangers)
            status, headers, _ = asked(f"http://127.0.0.1:{plain}/strategy")
            self.assertEqual((status, headers["location"]), (308, "https://127.0.0.1/strategy"))
        finally:
            server.stop()

    def test_nginx_before_lectern(self):
        self.nginx("proxy.conf")

    def test_nginx_over_an_export(self):
        self.nginx("export.conf")

    def caddy(self, name):
        port = free_port()
        settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "LECTERN_SITE": f"http://127.0.0.1:{port}",
            "LECTERN_UPSTREAM": self.lectern.origin.removeprefix("http://"),
            "LECTERN_EXPORT": str(self.export),
            "LECTERN_PASSWORD_HASH": self.hash,
        }
        file = self.home / name
        file.write_text("{\n\tadmin off\n\tpersist_config off\n}\n" + (DEPLOY / "caddy" / name).read_text())
        options = ["--config", file, "--adapter", "caddyfile"]
        code, said = ran(TOOLS / "caddy", "validate", *options, env=settings)
        self.assertEqual(code, 0, said)
        # As Caddy itself writes it.
        code, said = ran(TOOLS / "caddy", "fmt", "--diff", DEPLOY / "caddy" / name)
        self.assertEqual(code, 0, said)
        server = WebServer(port, TOOLS / "caddy", "run", *options, env=settings)
        try:
            self.is_closed_to_strangers(f"http://127.0.0.1:{port}")
        finally:
            server.stop()

    def test_caddy_before_lectern(self):
        self.caddy("Caddyfile")

    def test_caddy_over_an_export(self):
        self.caddy("export.Caddyfile")


if __name__ == "__main__":
    unittest.main()
