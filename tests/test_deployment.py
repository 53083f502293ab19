"""What `docs/deployment.md` tells to do was tried: the service's unit is understood, a backup comes back whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    """The page's one block in a language."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return block


def verified(unit: str, folder: Path) -> str:
    """What systemd has to say of a unit; it checks that the programs are there, so some stand in ``folder``."""
    program = folder / ".venv" / "bin" / "vouch"
    program.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy("/bin/true", program)
    file = folder / "vouch.service"
    file.write_text(unit.replace("/srv/vouch", str(folder)), encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
def test_unit_of_the_service_is_understood_line_by_line(tmp_path: Path) -> None:
    unit = fenced("ini")
    assert verified(unit, tmp_path) == ""
    assert "ReadWritFolder" in verified(unit.replace("ReadWritePaths", "ReadWritFolder"), tmp_path), "the check would see nothing"


@pytest.mark.parametrize("name", [".git", ".venv", ".index", ".vouch", ".files", ".env", "backup", "report", "test-results"])
def test_container_takes_along_nothing_of_the_folder_that_it_is_built_in(name: str) -> None:
    assert name in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


def test_container_keeps_in_volumes_what_the_page_says_is_kept() -> None:
    (volumes,) = re.findall(r"^VOLUME \[(.*)\]", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    kept = set(re.findall(r'"/srv/vouch/([^"]+)"', volumes))
    assert kept == {"corpus", ".index", ".vouch"}
    assert kept <= set(re.findall(r"-v [a-z-]+:/srv/vouch/(\S+)", PAGE))
