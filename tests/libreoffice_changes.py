"""What LibreOffice makes of tracked changes: run by a Python that has `uno`, it prints JSON.

    python3 libreoffice_changes.py SOFFICE PROFILE FILE...

For each file: the paragraphs as it opens, after all changes are accepted, and after all are rejected.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno

_WAIT = 60  # seconds for LibreOffice to start on a busy machine
_DONE = {
    "opened": "",
    "accepted": ".uno:AcceptAllTrackedChanges",
    "rejected": ".uno:RejectAllTrackedChanges",
}


def connect(pipe: str) -> Any:
    """The remote component context of the LibreOffice that listens there."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    give_up = time.monotonic() + _WAIT
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > give_up:
                raise
            time.sleep(0.2)


def hidden() -> Any:
    value = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    value.Name, value.Value = "Hidden", True
    return value


def paragraphs(context: Any, desktop: Any, path: str, command: str) -> list[list[str]]:
    """The style and the words of each paragraph of a file after a command."""
    document = desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, (hidden(),))
    if command:
        dispatcher = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    found = []
    texts = document.Text.createEnumeration()
    while texts.hasMoreElements():
        text = texts.nextElement()
        if text.supportsService("com.sun.star.text.Paragraph"):
            found.append([text.ParaStyleName, text.String])
        else:
            found.append(["table", f"{len(text.Rows)} rows, {text.RepeatHeadline}"])
    document.close(True)
    return found


def main(soffice: str, profile: str, *paths: str) -> None:
    pipe = f"lawdiff-{os.getpid()}"
    office = subprocess.Popen(
        [
            soffice,
            f"-env:UserInstallation={Path(profile).resolve().as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        read = {
            Path(path).name: {
                name: paragraphs(context, desktop, path, command) for name, command in _DONE.items()
            }
            for path in paths
        }
        print(json.dumps(read))
        desktop.terminate()
        office.wait(_WAIT)
    finally:
        if office.poll() is None:
            office.terminate()
            office.wait(_WAIT)


if __name__ == "__main__":
    main(*sys.argv[1:])
