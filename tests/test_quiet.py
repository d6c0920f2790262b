"""The command line in a real process: a start and an end without noise, taken ports, readers that leave early."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from analysis.cli import ports
from analysis.resources import data_root

DEMO = data_root() / "demo" / "demo.jsonl"
COMMAND = [sys.executable, "-m", "analysis.cli"]


def bare(home: Path) -> dict[str, str]:
    """The environment of a fresh machine."""
    return {"HOME": str(home), "PATH": str(home), "BROWSER": "true", "OPENBLAS_NUM_THREADS": "1"}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


@contextmanager
def taken(port: int) -> Iterator[None]:
    """The port while somebody serves on it."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("localhost", port))
        other.listen()
        yield


def test_the_dashboard_tells_its_address_once_and_asks_nothing(tmp_path: Path) -> None:
    port = free_port()
    address = f"http://localhost:{port}"
    with subprocess.Popen(
        [*COMMAND, "dashboard", "--port", str(port)], env=bare(tmp_path), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as server:  # fmt: skip
        try:
            assert is_served(f"{address}/_stcore/health", server)
            assert server.stdout is not None
            first = server.stdout.readline()
            server.send_signal(signal.SIGINT)
            rest = server.stdout.read()
            assert server.wait(30) == 0
        finally:
            server.kill()
    assert first == f"Quellenlage is at {address} (Ctrl-C ends it)\n"
    assert rest.split() == ["Stopping..."]


def is_served(address: str, server: "subprocess.Popen[str]") -> bool:
    """Whether the address answers within a minute, the server still running."""
    for _ in range(120):
        if server.poll() is not None:
            return False
        try:
            return urllib.request.urlopen(address, timeout=1).status == 200
        except OSError:
            time.sleep(0.5)
    return False


def test_a_port_asked_for_and_taken_is_refused_with_a_way_out(tmp_path: Path) -> None:
    port = free_port()
    with taken(port):
        command = [*COMMAND, "dashboard", "--port", str(port)]
        ended = subprocess.run(command, env=bare(tmp_path), capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert not ended.stdout
    (line,) = ended.stderr.splitlines()
    assert str(port) in line
    assert "--port" in line


def test_the_next_free_port_is_taken_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = free_port()
    monkeypatch.setattr(ports, "FIRST", first)
    assert ports.chosen(None) == first
    assert not capsys.readouterr().out
    with taken(first):
        found = ports.chosen(None)
        assert found > first
        told = capsys.readouterr().out
        assert [int(number) for number in re.findall(r"\d+", told)] == [first, found]
        assert not ports.answers(found)
        assert ports.answers(first)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["analyse", "--help"], ["analyse", DEMO, "--format", "jsonl"], ["analyse", DEMO], ["read", DEMO],
        ["read", DEMO, "--format", "jsonl"], ["stories"], ["words", "--no-words"],
    ],
    ids=lambda arguments: "-".join(str(Path(str(one)).name) for one in arguments),
)  # fmt: skip
@pytest.mark.parametrize("read", [0, 1], ids=["at-once", "after-a-line"])
def test_a_reader_that_leaves_early_is_no_error(
    kept: dict[str, str], arguments: list[object], read: int, tmp_path: Path
) -> None:
    with (
        (tmp_path / "errors").open("w+") as errors,
        subprocess.Popen(
            [*COMMAND, *map(str, arguments)], env=kept, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as command,
    ):
        assert command.stdout is not None
        for _ in range(read):
            assert command.stdout.readline()
        command.stdout.close()
        assert command.wait(120) in (0, 1)
    told = (tmp_path / "errors").read_text().splitlines()
    # What a run has to say of its reading stands here whoever reads the rest.
    assert [line for line in told if not re.match(r"\d+ articles read|kept beside", line)] == []


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment whose store holds the demo."""
    home = bare(tmp_path_factory.mktemp("home"))
    assert subprocess.run([*COMMAND, "analyse", str(DEMO)], env=home, capture_output=True, check=False).returncode == 0
    return home
