"""The browser view as a test sees it, from its entry file."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

import dashboard

APP = str(Path(dashboard.__file__).parent / "app.py")


def opened(timeout: float = 60, **query: str) -> AppTest:
    """The view at an address with this query, run once; ``timeout`` in seconds holds for every run."""
    app = AppTest.from_file(APP, default_timeout=timeout)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()
