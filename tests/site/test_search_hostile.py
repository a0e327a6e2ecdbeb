"""Whatever is typed or stands in an address is text, and throws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Dialog, Page

QUERIES = {
    "image": "calm <img src=x onerror=alert(1)>",
    "script": "</script><script>alert(1)</script> calm",
    "entity": "calm &lt;b&gt; &amp;quot;",
    "attribute": '" onfocus="alert(1)" autofocus x="',
    "template": "${alert(1)} {{ 7 * 7 }} calm",
    "address": "javascript:alert(1)//calm",
    "null": "null",
    "undefined": "undefined NaN",
    "prototype": "__proto__ constructor hasOwnProperty toString",
    "expression": "(((a+)+)+)+$ [calm * \\",
    "operators": "+calm -anxious title:calm calm^9 calm~9 cal*",
    "emoji": "😀 calm 👩🏽‍🏫",
    "emoji alone": "😀",
    "accents": "çalm ŸÖÜ ﬁ ß İ ẞ",
    "combining": "c" + "\u0301" * 500 + "alm",
    "right to left": "\u202ecalm\u202c שלום",
    "invisible": "\u200b\ufeff\u00ad",
    "nothing but signs": "?!… --- ''' \u2019\u2019\u2019",
    "NUL": "calm\x00calm",
    "digits": "999 112 0" + "0" * 400,
    "very long word": "x" * 20_000,
    "very many words": "calm " * 4_000,
    "very many different words": " ".join(f"w{number}q" for number in range(4_000)),
}
ADDRESSES = {
    "markup": "q=calm+%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "NUL": "q=%00",
    "broken bytes": "q=%FF%FE%ED%A0%80",
    "broken escapes": "q=%&%zz=%",
    "q twice": "q=calm&q=anxious",
    "no q": "",
    "empty q": "q=&tier=",
    "q without a value": "q",
    "array": "q[]=calm&q[0]=x",
    "unknown filters": "q=calm&tier=nowhere&area=%3Cimg%20src=x%20onerror=alert(1)%3E&theme=&role=0&nation=__proto__",
    "prototype": "q=calm&__proto__=x&constructor=y&tier=constructor&tier=toString",
    "a filter twice": "q=calm&tier=all&tier=all&tier=all",
    "filters alone": "tier=some&area=semh",
    "very long": f"q={'x' * 30_000}",
    "very many": f"q=calm{'&tier=x' * 5_000}",
    "backslash": "q=calm\\",
    "a second fragment": "q=calm#%3Cimg%20src=x%20onerror=alert(1)%3E",
    "a broken escape at the end": "q=calm#%",
    "a place on the page": "symptoms",
    "quotes": "q=calm'\"`",
}

Watched = tuple["Page", list[str]]


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Watched]:
    """A page, and what went wrong on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"threw {error}"))
    page.on("console", lambda message: wrong.append(f"said {message.text}"))

    def refuse(dialog: Dialog) -> None:
        wrong.append(f"asked {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    yield page, wrong
    context.close()


@pytest.fixture(scope="module")
def finder(watched: Watched, address: str) -> Watched:
    load(watched[0], f"{address}/find.html")
    return watched


@pytest.mark.parametrize("words", QUERIES.values(), ids=QUERIES)
def test_whatever_is_typed_in_the_finder_is_text(finder: Watched, words: str) -> None:
    page, wrong = finder
    page.locator("main input[type=search]").fill(words)
    box = page.locator("[data-search-results]")
    assert box.get_attribute("data-state") in {"done", "none"}
    assert box.get_attribute("data-query") == page.locator("main input[type=search]").input_value()
    assert not strangers(page)
    assert wrong == []


@pytest.mark.parametrize("words", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("sign", "?#")
def test_whatever_stands_in_an_address_is_text(watched: Watched, address: str, sign: str, words: str) -> None:
    page, wrong = watched
    load(page, f"{address}/find.html{sign}{words}")
    assert page.locator("[data-search-results]").get_attribute("data-state") in {"idle", "done", "none"}
    assert not strangers(page)
    assert wrong == []


def test_of_two_queries_in_an_address_the_first_counts(watched: Watched, address: str) -> None:
    page, _ = watched
    page.goto(f"{address}/find.html?q=calm&q=anxious")
    page.locator("[data-search-results][data-state=done][data-query=calm]").wait_for()


def test_filters_that_do_not_exist_hide_nothing(watched: Watched, address: str) -> None:
    page, _ = watched
    shown = []
    for filters in ("", "&tier=nowhere&area=&nation=__proto__"):
        page.goto(f"{address}/find.html?q=calm{filters}")
        page.locator("[data-search-results][data-state=done]").wait_for()
        shown.append(page.locator("[data-kind]").count())
    assert shown[0] == shown[1] > 0


def test_markup_in_a_query_comes_back_as_it_was_typed(watched: Watched, address: str) -> None:
    page, _ = watched
    words = 'anxious <b>& "worried"</b> 100%25'
    page.goto(f"{address}/find.html?q={quote(words)}")
    page.locator("[data-search-results][data-state=done]").wait_for()
    assert page.locator("[data-search-results]").get_attribute("data-query") == words
    assert page.locator("main input[type=search]").input_value() == words


def test_whatever_is_typed_in_the_header_is_text(watched: Watched, address: str) -> None:
    page, wrong = watched
    page.goto(f"{address}/guide/symptoms/index.html")
    field = page.locator("[data-search-field]")
    field.focus()
    page.locator("[data-search-field][role=combobox]").wait_for()
    for words in QUERIES.values():
        field.fill(words)
        assert page.locator("[data-search-results]").get_attribute("data-state") in {"done", "none"}
        assert not strangers(page)
    assert wrong == []


def load(page: Page, url: str) -> None:
    """Opens a page, or another place on it, and waits until its search has read the address, query or none."""
    page.goto(url)
    page.evaluate("guide.load().then(() => new Promise(requestAnimationFrame))")


def strangers(page: Page) -> list[str]:
    """What no result is made of, and nothing that is typed may become."""
    found: list[str] = page.locator("[data-search-results]").evaluate(
        """box => [...box.querySelectorAll('*')].filter(one =>
             one.matches('img, script, iframe, svg, object, embed, style, b, [autofocus]')
             || one.getAttributeNames().some(name => name.startsWith('on'))
             || (one.href && !one.href.startsWith(location.origin + '/'))
           ).map(one => one.outerHTML)"""
    )
    return found
