"""Several processes read a store without a pause while one writes it: nobody fails, so nobody waits for good."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from analysis.storage.store import Store
from tests.factories import KREMLIN, simple

READERS, WRITES = 2, 5
PATIENCE = 60
"""Seconds after which a call fails that gets no turn: far more than any turn takes, however busy the machine."""

READ = """
import sys
from pathlib import Path
from analysis.storage.store import Store
store, reads = Store(sys.argv[1], wait=float(sys.argv[2])), 0
print("ready", flush=True)
while not Path(sys.argv[1] + ".done").exists():
    articles, statements = store.count("articles"), store.count("statements")
    reads += 1
print(reads)
"""


def test_a_writer_gets_its_turn_among_readers_that_never_pause(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    store = Store(path, wait=PATIENCE)
    store.add([simple(0, [KREMLIN])])
    readers = [
        subprocess.Popen([sys.executable, "-c", READ, str(path), str(PATIENCE)], stdout=subprocess.PIPE, text=True)
        for _ in range(READERS)
    ]
    try:
        for reader in readers:
            assert reader.stdout.readline() == "ready\n"
        for number in range(1, WRITES + 1):
            store.add([simple(number, [KREMLIN])])
            time.sleep(0.05)
    finally:
        path.with_suffix(".duckdb.done").touch()
        told = [reader.communicate()[0] for reader in readers]
    assert [reader.returncode for reader in readers] == [0] * READERS
    assert store.count("articles") == WRITES + 1
    assert all(int(reads) > WRITES / 3 for reads in told)


def test_a_writer_does_not_keep_others_from_reading_beside_a_long_reader(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb", wait=PATIENCE)
    store.add([simple(0, [KREMLIN])])
    hold = (
        "import sys; from analysis.storage.store import Store\n"
        "with Store(sys.argv[1]).reading():\n    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    write = (
        "import sys\nfrom analysis.storage.store import Store\n"
        "Store(sys.argv[1], wait=600).delete(['x'])\nprint('written')"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(store.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout.readline() == b"held\n"
    writer = subprocess.Popen([sys.executable, "-c", write, str(store.path)], stdout=subprocess.PIPE)
    while not has_turn(store.path):  # the writer's: it waits for the holder, and keeps new readers out for a while
        time.sleep(0.01)
    for _ in range(5):
        assert store.count("articles") == 1
    assert writer.poll() is None
    holder.communicate()
    assert writer.communicate()[0] == b"written\n"


def has_turn(path: Path) -> bool:
    """Whether somebody has the right to open the file next."""
    try:
        with FileLock(f"{path}.lock", timeout=0):
            return False
    except Timeout:
        return True


FILL = """
import resource, signal, sys
sys.path[:0] = [sys.argv[2]]
from tests.factories import KREMLIN, simple
from analysis.storage.store import Store, StoreError
store = Store(sys.argv[1])
store.add([simple(0, [KREMLIN])])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = store.path.stat().st_size + int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
kept = 1
try:
    for number in range(1, 100_000, 64):
        store.add([simple(n, [KREMLIN] * 20) for n in range(number, number + 64)])
        kept += 64
except StoreError as error:
    print(kept, "disk may be full" in str(error))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is a thing of Unix")
@pytest.mark.parametrize("room", [1000, 1_000_000])
def test_a_full_disk_loses_nothing_and_leaves_no_half_batch(tmp_path: Path, room: int) -> None:
    path = tmp_path / "s.duckdb"
    folder = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path), folder, str(room)], capture_output=True, text=True, check=True
    )
    kept, is_told = done.stdout.split()
    assert is_told == "True"
    store = Store(path)
    assert store.count("articles") == int(kept)
    assert store.count("sentences") == 1 + 20 * (int(kept) - 1)
    store.add([simple(200_000, [KREMLIN])])
    assert store.count("articles") == int(kept) + 1
