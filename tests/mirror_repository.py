"""A git repository as others publish acts: `rus.md`, `kaz.md` and `meta.yaml`, a commit for each version."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

FOLDER = "03-laws/2003/0520-o-sadakh-777"


def as_markdown(text: str) -> str:
    """A plain edition as the mirror writes it: contents, headings, quoted notes in italics, escapes."""
    title, _, rest = text.partition("\n")
    lines = rest.splitlines()[3:]  # the line that names the act is in meta.yaml
    headings = [line for line in lines if line and not line.startswith(" ")]
    made = ["## Оглавление", ""]
    for heading in headings:
        made += [heading, ""]
    made += [f"# {title}", ""]
    for line in lines:
        words = line.strip()
        if not words:
            continue
        if line in headings:
            made += [f'<a id="st{len(made)}"></a>', "", f"### {words}", ""]
        elif words.startswith(("Сноска", "Ескерту")):
            made += [f"   > *{words}*", ""]
        elif words[:2] in ("1.", "2."):
            made += [words.replace(".", "\\.", 1), ""]
        else:
            made += [f"   {words}" if words[1:2] == ")" else words, ""]
    return "\n".join(made)


def meta(day: str, caused_by: str) -> str:
    return f"""act_code: '777'
requisite: Закон Республики Казахстан от 20 мая 2003 года № 50. Утратил силу Законом РК от 01.01.2020 № 999-VI
title:
  rus: О садах
  kaz: 'Бақтар туралы: ''no'''
form: ЗАКО
type_codes:
- ЗАКО
in_force: no
approved_on: 2003-05-20
version_date:
  kaz: {day}
  rus: {day}
source:
  rus: https://example.invalid/doc/777/rus
caused_by:
  code: '888'
  requisite: {caused_by}
  title:
    rus: О внесении изменений
"""


class MirrorRepository:
    """The repository, with a commit for each version that is put in."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        folder.mkdir(parents=True)
        self._git("init", "--quiet", "--initial-branch=main")

    def commit(self, day: str, files: dict[str, str]) -> None:
        for name, content in files.items():
            path = self.path / FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        self._git("add", "--all")
        self._git("commit", "--quiet", "--allow-empty", "--message", f"Version of {day}", day=day)

    def _git(self, *arguments: str, day: str = "2020-01-01") -> None:
        who = {"NAME": "Mirror", "EMAIL": "mirror@example.invalid", "DATE": f"{day}T12:00:00Z"}
        variables = {
            f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()
        }
        subprocess.run(
            ["git", "-C", str(self.path), *arguments],
            check=True,
            env={"PATH": os.environ["PATH"], "HOME": str(self.path), **variables},
        )
