"""A headless Chromium spoken to over a pipe: real widths, real keys, the log of its network."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import find_browser

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--remote-debugging-pipe", "about:blank"),
)
_PATIENCE = 60.0
# The browser reads from descriptor 3 and writes to 4: the pipes are put there, then it begins.
_HANDING_ON = """
import fcntl, os, sys
inward, outward = (fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3])
os.dup2(inward, 3)
os.dup2(outward, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Browser:
    """One tab of a browser. What it reports unasked is kept in `events`."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands = commands
        self._answers = answers
        self._last = 0
        self._unread = b""
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Accessibility"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Give a command and return its answer."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        answer = self._read_until(lambda found: found.get("id") == self._last)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def open_page(self, page: Path, width: int, *, dark: bool = False) -> None:
        """Open a file in a window of a width, in pixels of the style sheet."""
        self.events.clear()
        self.resize(width)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.call("Page.navigate", url=page.as_uri())
        if not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._read_until(lambda found: found.get("method") == "Page.loadEventFired")

    def resize(self, width: int, letters: int = 16) -> None:
        """Change the window's width and the size of letters that its owner prefers."""
        self.call("Page.setFontSizes", fontSizes={"standard": letters})
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=1,
            mobile=False,
        )

    def evaluate(self, script: str) -> Any:
        """Return what a JavaScript expression comes to, a promise's value where it is one."""
        answer = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key and let it go."""
        for kind in ("rawKeyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code
            )

    def _read_until(self, wanted: Any) -> dict[str, Any]:
        end = time.monotonic() + _PATIENCE
        while True:
            message = self._read_message(end)
            if "method" in message:
                self.events.append(message)
            if wanted(message):
                return message

    def _read_message(self, end: float) -> dict[str, Any]:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._answers], [], [], max(0.0, end - time.monotonic()))
            assert ready, "the browser did not answer in time"
            piece = os.read(self._answers, 1 << 16)
            assert piece, "the browser has gone"
            self._unread += piece
        message, _, self._unread = self._unread.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@contextlib.contextmanager
def start_browser(folder: Path) -> Iterator[Browser]:
    """Start a browser whose profile is kept in a folder; skip where it cannot be spoken to."""
    if os.name != "posix":
        pytest.skip("a browser is spoken to over pipes that only POSIX can hand on")
    program = find_browser()
    inward, commands = os.pipe()
    answers, outward = os.pipe()
    profile = f"--user-data-dir={folder / 'profile'}"
    process = subprocess.Popen(
        [sys.executable, "-c", _HANDING_ON, f"{inward}", f"{outward}", program, *_FLAGS, profile],
        pass_fds=(inward, outward),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(inward)
    os.close(outward)
    try:
        yield Browser(commands, answers)
    finally:
        process.kill()
        process.wait()
        os.close(commands)
        os.close(answers)
