from __future__ import annotations

from generator.scripts import script
from tests.search.node import run


def test_a_value_comes_through_the_script_as_it_was_written() -> None:
    awkward = "'\"\\\n\u2028\u2029</script>\U0001f600\u0000"
    assert run("take", generated={"awkward.js": script("awkward", [awkward])}) == {"awkward": [awkward]}


def test_a_script_is_one_call() -> None:
    assert script("data", {"title": "ŵ"}) == 'guide.take("data", \'{"title":"ŵ"}\');\n'.encode()
