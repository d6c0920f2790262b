"""The page on scale names what there is: commands, options, limits as the code has them."""

import re
from pathlib import Path

from click import Context

from analysis.cli import main
from analysis.running import batch, workers
from analysis.running.progress import MANY
from analysis.stories import duplicates, events, group

PAGE = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")


def test_commands_and_options_exist() -> None:
    for name, line in re.findall(r"^quellenlage (\w+) ([^#\n]*)", PAGE, re.MULTILINE):
        command = main.get_command(Context(main), name)
        assert command, name
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--\w+", line)) <= known


def test_limits_are_those_of_the_code() -> None:
    for text in (
        f"{batch.CHUNK} articles at a", f"Fewer than {batch.SMALL} new", f"{batch.SIZE} articles (or",
        f"{batch.SECONDS:.0f} seconds", f"more than {MANY} are", f"at most {group.LARGE:,} articles",
        f"at least {events.ALIKE})",
    ):  # fmt: skip
        assert text in PAGE.replace("\n  ", " ")
    assert (workers.AHEAD, events.DAYS, duplicates.DAYS, duplicates.ALIKE, group.SHARE) == (3, 4, 7, 0.5, 0.01)
