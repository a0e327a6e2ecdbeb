"""Hands data to the browser as a classic script, because a page that is opened from a folder can load nothing else."""

from __future__ import annotations

import json


def script(name: str, value: object) -> bytes:
    """A script that hands over a value as JSON, in single quotes because JSON is full of double ones."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    quoted = text.replace("\\", "\\\\").replace("'", "\\'").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"guide.take({json.dumps(name)}, '{quoted}');\n".encode()
