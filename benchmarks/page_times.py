"""Times every page of the dashboard: on the demo corpus, and on a store of any size.

``python -m benchmarks.page_times [STORE …]`` prints for each page the milliseconds until its first chart and until all
of it is done, first with nothing kept from earlier (cold) and then as the best of five further runs (warm). With
``--limit`` the exit code is 1 where a page takes longer than 1.5 s to the first chart when warm, or than 0.5 s when
switched to on the demo corpus.
"""

import argparse
import sys
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import streamlit as st
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard import corpus
from dashboard.pages import script

APP = str(Path(dashboard.__file__).parent / "app.py")
PAGES = (
    "start", "overview", "article", "sources", "compare", "stories", "certainty", "tone", "review", "data", "export",
    "method", "glossary",
)  # fmt: skip
FIRST_CHART, SWITCH = 1500, 500
WARM = 5
EMPTY = Path("no-such.duckdb")


class Times(NamedTuple):
    """Milliseconds to the first chart, table or text worth looking at, and to the end of the page."""

    first: float
    whole: float


def main() -> int:
    """Measure and print; 1 where a page is too slow and ``--limit`` was given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="*", type=Path, help="stores to measure beside the demo corpus")
    parser.add_argument("--limit", action="store_true", help="fail where a page is too slow")
    args = parser.parse_args()
    slow = []
    for store in [None, *args.stores]:
        print(f"\n{store or 'demo corpus'}\n{'page':12}{'cold: first':>14}{'whole':>8}{'warm: first':>14}{'whole':>8}")
        for page in PAGES:
            cold, warm = measured(page, store)
            print(f"{page:12}{cold.first:14.0f}{cold.whole:8.0f}{warm.first:14.0f}{warm.whole:8.0f}", flush=True)
            if warm.first > FIRST_CHART or (store is None and warm.whole > SWITCH):
                slow.append(f"{page} of {store or 'the demo corpus'}")
    print(*(f"too slow: {name}" for name in slow), sep="\n")
    return bool(slow) and args.limit


def measured(page: str, store: Path | None) -> tuple[Times, Times]:
    """The page's times cold and warm."""
    sys.argv = ["bench", "--store", str(store or EMPTY)]
    corpus.demo_store()
    app = AppTest.from_file(APP, default_timeout=600)
    if store:
        app.session_state["korpus-wunsch"] = corpus.OWN
    app.run()
    app.switch_page(script(page))
    st.cache_data.clear()
    cold = timed(app)
    warm = [timed(app) for _ in range(WARM)]
    return cold, Times(min(t.first for t in warm), min(t.whole for t in warm))


def timed(app: AppTest) -> Times:
    """Run the app once."""
    start, shown = time.perf_counter(), []

    def noting(name: str) -> AbstractContextManager[object]:
        original = getattr(st, name)

        def note(*args: object, **options: object) -> object:
            shown.append(time.perf_counter())
            return original(*args, **options)

        return patch.object(st, name, note)

    with noting("vega_lite_chart"), noting("dataframe"), noting("html"):
        app.run()
    end = time.perf_counter()
    if app.exception or app.error:
        raise SystemExit(f"the page fails: {app.exception or app.error}")
    return Times(1000 * (min(shown, default=end) - start), 1000 * (end - start))


if __name__ == "__main__":
    sys.exit(main())
