"""The entry of the command line: ``quellenlage``, and its command ``dashboard``.

The other commands are loaded when they are called, so that the dashboard answers before the analysis is loaded.
"""

import threading
import time
import tomllib
from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

import click

from analysis.cli import ending, ports
from analysis.cli.examples import EXAMPLES
from analysis.reading.apart.limits import limits


class _Commands(click.Group):
    """The commands of other modules beside those of this one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["analyse", "dashboard", "read", "stories", "words"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.commands or cmd_name not in self.list_commands(ctx):
            return super().get_command(ctx, cmd_name)
        module = cmd_name if cmd_name in ("read", "words") else "commands"
        command: click.Command = getattr(import_module(f"analysis.cli.{module}"), cmd_name)
        return command


@click.group(cls=_Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("quellenlage"), prog_name="quellenlage")
def main() -> None:
    """Measure in German-language news who says what, how certain it is made to sound, and in which tone."""
    try:
        limits()
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@main.command()
@click.option("--store", "path", type=click.Path(path_type=Path, dir_okay=False), help="DuckDB file with the results.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to serve on; by default the first free from 8501 on.")
@click.option("--browser/--no-browser", default=True, help="Open a browser window.")
def dashboard(path: Path | None, port: int | None, browser: bool) -> None:
    """Serve the browser view of the store, with the demo corpus beside it."""
    # The analysis needs no Streamlit until somebody wants to look.
    from streamlit import delta_generator
    from streamlit.web.cli import main_run

    app = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
    if not app.exists():
        raise click.ClickException(f"{app} is missing: reinstall quellenlage")
    port = ports.chosen(port)
    options = [*_look(app), "--server.port", str(port), "--server.headless", str(not browser).lower()]
    arguments = ["--", "--store", str(path.resolve())] if path else []
    for work in (_load, partial(_tell, port)):
        threading.Thread(target=work, daemon=True).start()
    # Streamlit would read the source of every module to learn whether it was started by hand.
    delta_generator._use_warning_has_been_displayed = True
    main_run([str(app), *options, *arguments], standalone_mode=True)


def _tell(port: int) -> None:
    """Print the address once it answers."""
    while not ports.answers(port):
        time.sleep(0.05)
    click.echo(f"Quellenlage is at http://localhost:{port} (Ctrl-C ends it)")


def _load() -> None:
    """Have ready what the first page needs, while the browser still fetches the frame around it."""
    import_module("dashboard.preload").first_page()


def _look(app: Path) -> list[str]:
    """The settings of .streamlit/config.toml as options, so that they hold from any working directory."""
    for folder in (app.parent, app.parent.parent):
        path = folder / ".streamlit" / "config.toml"
        if path.exists():
            return list(_options("", tomllib.loads(path.read_text(encoding="utf-8"))))
    return []


def _options(prefix: str, settings: Mapping[str, object]) -> Iterator[str]:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from _options(f"{prefix}{name}.", value)
        else:
            yield from (f"--{prefix}{name}", str(value).lower() if isinstance(value, bool) else str(value))


def run() -> NoReturn:
    """The command line as a program of its own."""
    ending.run(main)


if __name__ == "__main__":
    run()
