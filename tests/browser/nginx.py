"""The proxy of ``docs/deployment.md`` in front of a server: its own words, with this machine's ports, files and certificate."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from browser.serving import ROOT, free_port
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NAME = "vouch.hospital.example"
_AROUND = """daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  {temporary}
{server}}}
"""
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_nginx() -> str | None:
    """The program, which Debian puts where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def documented_server() -> str:
    """The server block as the page shows it."""
    page = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```nginx\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return block


@contextmanager
def behind_nginx(folder: Path, address: str) -> Iterator[str]:
    """The https address at which the documented proxy serves ``address``; anything it complains of is an error."""
    port = free_port()
    _make_certificate(folder)
    changes = (
        ("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;"),
        (f"server_name {NAME};", "server_name localhost;"),
        ("/etc/ssl/vouch.crt", f"{folder}/crt"),
        ("/etc/ssl/vouch.key", f"{folder}/key"),
        ("http://127.0.0.1:8000;", f"http://{urlsplit(address).netloc};"),
    )
    server = documented_server()
    for before, after in changes:
        assert server.count(before) == 1, f"the page's server block has no {before!r} any more"
        server = server.replace(before, after)
    temporary = "\n  ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    # Started by root, the workers would be somebody who may not look into the tests' folder.
    user = "user root;\n" if folder.owner() == "root" else ""
    (folder / "nginx.conf").write_text(user + _AROUND.format(folder=folder, temporary=temporary, server=server), encoding="utf-8")
    command = [find_nginx() or "nginx", "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    running = subprocess.Popen(command)
    try:
        _wait(port, folder / "error.log")
        yield f"https://localhost:{port}"
    finally:
        running.terminate()
        running.wait(20)


def _wait(port: int, log: Path) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            httpx.get(f"https://localhost:{port}/healthz", verify=False).raise_for_status()  # noqa: S501  its own certificate
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    message = f"nginx did not become ready:\n{log.read_text() if log.exists() else ''}"
    raise RuntimeError(message)


def _make_certificate(folder: Path) -> None:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = dt.datetime.now(tz=dt.UTC)
    certificate = (
        x509.CertificateBuilder(subject_name=name, issuer_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (folder / "crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    (folder / "key").write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
