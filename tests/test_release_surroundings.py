"""The surroundings in which the tests are run before a release are those that they say."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PRINT = "import locale, time; print(locale.getpreferredencoding(False), time.strftime('%z'))"


def load() -> ModuleType:
    """Return the script, which lies in no package."""
    found = spec_from_file_location("surroundings", ROOT / "release" / "surroundings.py")
    assert found is not None
    assert found.loader is not None
    module = sys.modules["surroundings"] = module_from_spec(found)
    found.loader.exec_module(module)
    return module


script = load()
EXPECTED = {
    "kiritimati": "+1400",
    "pago-pago": "-1100",
    "plain-c": "utf-8",  # as Python has it since 3.7
    "windows-1252": "CP1252",
}
MADE_HERE = [name for name in EXPECTED if not script.find_missing(script.SURROUNDINGS[name])]


def end_with(status: int, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Let every run of the tests end with a status; return the commands."""
    commands: list[list[str]] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        return subprocess.CompletedProcess(command, status)

    monkeypatch.setattr(script, "find_missing", lambda _: "")
    monkeypatch.setattr(script.subprocess, "run", note)
    return commands


@pytest.mark.parametrize("name", MADE_HERE)
def test_a_program_finds_itself_in_them(tmp_path: Path, name: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PRINT],
        env=script.build_variables(script.SURROUNDINGS[name], tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )

    assert EXPECTED[name] in ended.stdout.split()


def test_each_has_its_own_order_or_something_set() -> None:
    known = list(script.SURROUNDINGS.values())

    assert all(known.count(around) == 1 for around in known)


def test_the_network_is_parted_from_the_whole_run() -> None:
    command = script.build_command(script.SURROUNDINGS["offline"], ["tests/test_cli.py"])

    assert command[:2] == ["unshare", "-rn"]
    assert command[-1] == "tests/test_cli.py"


def test_words_after_two_dashes_are_for_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = end_with(0, monkeypatch)

    assert script.main(["plain-c", "kiritimati", "--", "-n", "2"]) == 0
    assert [command[-2:] for command in commands] == [["-n", "2"], ["-n", "2"]]


def test_one_in_which_a_test_fails_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    end_with(1, monkeypatch)

    assert script.main(["pago-pago"]) == 1
    assert "pago-pago: FAILED" in capsys.readouterr().out


def test_one_that_cannot_be_made_here_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = end_with(0, monkeypatch)
    monkeypatch.setattr(script, "find_missing", lambda _: "localedef")

    assert script.main(["turkish"]) == 0
    assert commands == []
    assert "turkish: cannot be made here" in capsys.readouterr().out


def test_a_name_that_is_not_known_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["finnish"]) == 2
    assert "known are order-1" in capsys.readouterr().err
