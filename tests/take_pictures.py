"""Takes the pictures of the documentation from the finished site in site/."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.site.serving import launched

PROJECT = Path(__file__).parent.parent
PICTURES = PROJECT / "content" / "pictures"


def main() -> None:
    """Take each picture anew."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = launched(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto((PROJECT / "site" / "index.html").as_uri())
        page.screenshot(path=PICTURES / "home.png")
        browser.close()


if __name__ == "__main__":
    main()
