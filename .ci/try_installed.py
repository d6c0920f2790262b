"""Does the installed package do what its users need? Run by `make release` outside of the checkout, with its README.

Says its version, analyses the founding article as JSON lines, runs the Python example of the README, and serves the
dashboard. Needs nothing but the package and the standard library.
"""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

COMMAND = Path(sys.executable).with_name("quellenlage")
PACKAGES = ("analysis", "dashboard", "quellenlage")


def main(readme: Path) -> None:
    """Try everything; the first thing that is wrong raises."""
    os.environ.pop("PYTHONPATH", None)
    folders = {name: installed(name) for name in PACKAGES}
    assert said("--version").strip() == f"quellenlage, version {version('quellenlage')}"
    seed = next((folders["analysis"] / "_data" / "seeds").glob("*.txt"))
    with tempfile.TemporaryDirectory() as home:
        store = Path(home, "store.duckdb")
        article = json.loads(said("analyse", str(seed), "--format", "jsonl", "--store", str(store)))
        assert len(article["statements"]) >= 10, article
        assert article["hedges"], article
        example(readme)
        served(store)
    print(f"quellenlage {version('quellenlage')} works as installed")


def installed(name: str) -> Path:
    """The folder of an installed package, which tells its types."""
    spec = find_spec(name)
    assert spec, f"{name} is missing"
    assert spec.origin, f"{name} is no package"
    folder = Path(spec.origin).parent
    assert Path(sys.prefix) in folder.parents, f"{folder} is not the installed package"
    assert (folder / "py.typed").exists(), f"{name} has no py.typed"
    return folder


def said(*arguments: str) -> str:
    """What the command prints."""
    return subprocess.run([COMMAND, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def example(readme: Path) -> None:
    """The README's Python example prints what stands below it."""
    blocks = re.search(r"```python\n(.*?)```\s+```text\n(.*?)```", readme.read_text(encoding="utf-8"), re.S)
    assert blocks, "the README has no Python example"
    code, printed = blocks.groups()
    python = [sys.executable, "-I", "-X", "utf8", "-c", code]
    got = subprocess.run(python, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    assert got == printed, f"printed:\n{got}\nin the README:\n{printed}"


def served(store: Path) -> None:
    """The dashboard answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [COMMAND, "dashboard", "--no-browser", "--port", str(port), "--store", store]
    with (
        tempfile.TemporaryFile() as told,
        subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT) as server,
    ):
        try:
            answered(server, f"http://127.0.0.1:{port}/_stcore/health")
        except AssertionError:
            told.seek(0)
            sys.stderr.buffer.write(told.read())
            raise
        finally:
            server.terminate()


def answered(server: "subprocess.Popen[bytes]", address: str) -> None:
    """Wait a minute at most until the server is there."""
    for _ in range(120):
        time.sleep(0.5)
        assert server.poll() is None, "the dashboard has stopped"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                assert answer.read() == b"ok"
                return
        except OSError:
            continue
    raise AssertionError("the dashboard does not answer")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
