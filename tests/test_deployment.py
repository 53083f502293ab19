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
