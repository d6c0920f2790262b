"""The page on scale names what there is: commands, options, limits as the code has them."""

import re
from pathlib import Path

from click import Context

from analysis.batch import run, workers
from analysis.cli.main import main
from analysis.cli.progress import MANY
from analysis.stories import clusters, group, near_duplicates

PAGE = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")


def test_commands_and_options_exist() -> None:
    for name, line in re.findall(r"^quellenlage (\w+) ([^#\n]*)", PAGE, re.MULTILINE):
        command = main.get_command(Context(main), name)
        assert command, name
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--\w+", line)) <= known


def test_limits_are_those_of_the_code() -> None:
    for text in (
        f"{run.CHUNK} articles at a", f"Fewer than {run.SMALL} new", f"{run.SIZE} articles (or",
        f"{run.SECONDS:.0f} seconds", f"more than {MANY} are", f"at most {group.LARGE:,} articles",
        f"at least {clusters.ALIKE})",
    ):  # fmt: skip
        assert text in PAGE.replace("\n  ", " ")
    assert (workers.AHEAD, clusters.DAYS, near_duplicates.DAYS) == (3, 4, 7)
    assert (near_duplicates.ALIKE, group.SHARE) == (0.5, 0.01)
