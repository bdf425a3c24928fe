"""Two programs of the same build, as pip installs them: lawdiff, and a click program that says hello."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.measure import CORPUS, ROOT, run

_HELLO = '''"""The smallest click program."""

import click


@click.command()
def command() -> None:
    """Say hello."""
    click.echo("Hello, world!")


def main() -> None:
    """Run it."""
    command()
'''
_SCRIPT = """import sys
from {module} import main
if __name__ == "__main__":
    sys.argv[0] = sys.argv[0].removesuffix(".exe")
    sys.exit(main())
"""


@dataclass(frozen=True, slots=True)
class Scripts:
    """Both scripts in a folder of their own, run by the same interpreter with the same path."""

    folder: Path

    @classmethod
    def written(cls, folder: Path) -> Scripts:
        """Write them."""
        (folder / "bench_hello.py").write_text(_HELLO, "utf-8")
        for name, module in (("hello", "bench_hello"), ("lawdiff", "lawdiff.cli.main")):
            (folder / f"{name}.script").write_text(_SCRIPT.format(module=module), "utf-8")
        return cls(folder)

    def hello(self) -> float:
        """The seconds that hello-world takes."""
        return self._run("hello")

    def lawdiff(self, *arguments: str, repository: Path) -> float:
        """The seconds that lawdiff takes with these arguments, its history kept in `repository`."""
        return self._run("lawdiff", *arguments, LAWDIFF_REPO=f"{repository}", LAWDIFF_CORPUS=f"{CORPUS}")

    def _run(self, name: str, *arguments: str, **environment: str) -> float:
        path = os.pathsep.join((f"{ROOT}", f"{self.folder}"))
        script = f"{self.folder / name}.script"
        return run([sys.executable, script, *arguments], {"PYTHONPATH": path, **environment})
