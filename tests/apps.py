"""The browser view as a test sees it, from its entry file."""

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import dashboard
from dashboard.pages import PAGES

APP = str(Path(dashboard.__file__).parent / "app.py")


def at(page: str = "start", timeout: float = 60) -> AppTest:
    """The view at the address of a page, as a link leads to it and not by way of the start page; not run yet."""
    app = AppTest.from_file(APP, default_timeout=timeout)
    path, _ = PAGES[page]
    # switch_page() finds a page by its address only once the view has run.
    app._page_hash = calc_hash(path) if path else ""
    return app


def opened(timeout: float = 60, page: str = "start", **query: str) -> AppTest:
    """A page at an address with this query, run once; ``timeout`` in seconds holds for every run."""
    app = at(page, timeout)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()
