"""The Nu HTML checker of the W3C has nothing to say against any page. It needs Java."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).parents[1] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu HTML checker needs Java: install default-jre-headless")
def test_every_page_is_html_without_an_error(site: Path) -> None:
    command = ["java", "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--skip-non-html", str(site)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stderr.replace(site.as_uri(), "") == ""
    assert checked.returncode == 0
