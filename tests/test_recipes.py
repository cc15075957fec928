"""The recipes for a schedule, each read by the strictest parser there is, and their page."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cronsim import CronSim
from markdown_it import MarkdownIt
from recipes import DOCS, PAGE, RECIPES, SCRIPT, recipe, told_by_status, write_program
from ruamel.yaml import YAML
from typer.testing import CliRunner

from auditreport.cli import app
from auditreport.cli.outcome import STATUSES

TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
ALL = {path.name: recipe(path.name) for path in sorted(RECIPES.iterdir())}
JOBS = [line.split(None, 5) for line in recipe("crontab").splitlines() if re.match(r"[\d*]", line)]


class TestCrontab:
    def next_runs(self, number: int) -> Iterator[datetime]:
        return CronSim(" ".join(JOBS[number][:5]), datetime(2026, 1, 2, 12))  # noqa: DTZ001

    def test_the_annual_report_is_built_on_working_days(self) -> None:
        runs = self.next_runs(0)

        assert [f"{next(runs):%a %d %H:%M}" for _ in range(6)] == [
            "Mon 05 06:30",
            "Tue 06 06:30",
            "Wed 07 06:30",
            "Thu 08 06:30",
            "Fri 09 06:30",
            "Mon 12 06:30",
        ]

    def test_a_quarter_is_summed_up_soon_after_its_end(self) -> None:
        runs = self.next_runs(1)

        assert [f"{next(runs):%d %b %H:%M}" for _ in range(4)] == [
            "05 Jan 07:30",
            "05 Apr 07:30",
            "05 Jul 07:30",
            "05 Oct 07:30",
        ]

    def test_every_job_runs_the_script_that_was_set_up(self) -> None:
        assert [job[5].split()[0] for job in JOBS] == [SCRIPT, SCRIPT]

    def test_no_percent_sign_would_end_a_command_early(self) -> None:
        assert "%" not in "".join(" ".join(job) for job in JOBS)
        assert recipe("crontab").endswith("\n")


UNITS = ("auditreport.service", "auditreport-mail.service", "auditreport.timer")


def read_unit(name: str) -> configparser.ConfigParser:
    """Read a unit strictly: a key twice, or a line without one, is an error."""
    parser = configparser.ConfigParser(
        strict=True, delimiters="=", interpolation=None, default_section=""
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(recipe(name))
    return parser


class TestUnits:
    def test_each_unit_reads_strictly_and_runs_what_was_set_up(self) -> None:
        timer = read_unit("auditreport.timer")

        assert set(timer) - {""} == {"Unit", "Timer", "Install"}
        assert timer["Install"]["WantedBy"] == "timers.target"
        for name in UNITS[:2]:
            unit = read_unit(name)
            assert set(unit) - {""} == {"Unit", "Service"}
            assert unit["Service"]["Type"] == "oneshot"
            assert unit["Service"]["ExecStart"].split()[0] == SCRIPT
        assert all(name in recipe("setup.sh") for name in UNITS)

    def test_what_reads_the_audits_has_no_network_and_may_write_into_two_folders(self) -> None:
        service = read_unit("auditreport.service")["Service"]

        assert service["PrivateNetwork"] == "yes"
        assert service["ProtectSystem"] == "strict"
        assert service["ReadWritePaths"].split() == ["/srv/audits/report", "/srv/audits/log"]
        assert service["Environment"] == "MAIL_COMMAND="

    def test_what_has_the_network_cannot_see_the_audits(self) -> None:
        unit = read_unit("auditreport.service")["Unit"]
        mail = read_unit(unit["OnFailure"])["Service"]

        assert mail["InaccessiblePaths"] == "/srv/audits"
        assert mail["ExecStart"] == f"{SCRIPT} tell $MONITOR_EXIT_STATUS"

    @pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
    def test_systemd_finds_no_fault_in_them(self, tmp_path: Path) -> None:
        program = write_program(tmp_path / "nightly-report.sh", "exit 0")
        for name in UNITS:
            (tmp_path / name).write_text(recipe(name).replace(SCRIPT, str(program)))
        result = systemd_analyze(tmp_path, "verify", "--man=no", *UNITS)

        assert (result.returncode, result.stdout + result.stderr) == (0, "")

    @pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
    def test_systemd_counts_the_service_among_the_least_exposed(self, tmp_path: Path) -> None:
        """Its scale goes from 0 to 10; --threshold is in tenths."""
        (tmp_path / UNITS[0]).write_text(recipe(UNITS[0]))
        result = systemd_analyze(
            tmp_path, "security", "--offline=true", "--threshold=15", f"./{UNITS[0]}"
        )

        assert result.returncode == 0, result.stdout


def systemd_analyze(folder: Path, verb: str, *words: str) -> subprocess.CompletedProcess[str]:
    files = [f"./{word}" if word in UNITS else word for word in words]
    return subprocess.run(
        ["systemd-analyze", verb, *files],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


class TestTask:
    root = ElementTree.fromstring((RECIPES / "auditreport-task.xml").read_bytes())

    def value(self, path: str) -> str | None:
        return self.root.findtext("/".join(TASK + part for part in path.split("/")))

    def test_it_is_written_as_task_scheduler_reads_it(self) -> None:
        raw = (RECIPES / "auditreport-task.xml").read_bytes()

        assert raw.startswith(b"\xff\xfe")
        assert raw.decode("utf-16").startswith('<?xml version="1.0" encoding="UTF-16"?>\r\n')
        assert self.root.tag == f"{TASK}Task"
        assert [part.tag.removeprefix(TASK) for part in self.root] == [
            "RegistrationInfo",
            "Triggers",
            "Principals",
            "Settings",
            "Actions",
        ]

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("Triggers/CalendarTrigger/StartBoundary", "2026-01-05T06:30:00"),
            ("Triggers/CalendarTrigger/ScheduleByWeek/WeeksInterval", "1"),
            ("Principals/Principal/LogonType", "S4U"),
            ("Principals/Principal/RunLevel", "LeastPrivilege"),
            ("Settings/MultipleInstancesPolicy", "IgnoreNew"),
            ("Settings/StartWhenAvailable", "true"),
            ("Settings/ExecutionTimeLimit", "PT30M"),
            ("Settings/RestartOnFailure/Interval", "PT15M"),
            ("Settings/RestartOnFailure/Count", "3"),
            ("Actions/Exec/Command", r"C:\auditreport\nightly-report.cmd"),
            ("Actions/Exec/WorkingDirectory", r"C:\auditreport"),
        ],
    )
    def test_it_says_when_as_whom_and_what(self, path: str, value: str) -> None:
        assert self.value(path) == value

    def test_it_runs_on_working_days(self) -> None:
        days = self.root.find(f".//{TASK}DaysOfWeek")

        assert days is not None
        assert [day.tag.removeprefix(TASK)[:3] for day in days] == [
            "Mon",
            "Tue",
            "Wed",
            "Thu",
            "Fri",
        ]

    def test_its_action_runs_as_its_principal(self) -> None:
        principal, actions = self.root.find(f".//{TASK}Principal"), self.root.find(f"{TASK}Actions")

        assert principal is not None
        assert actions is not None
        assert principal.get("id") == actions.get("Context")

    def test_setting_up_makes_what_it_names(self) -> None:
        setup = recipe("setup.cmd")

        assert "copy /y nightly-report.cmd C:\\auditreport\\" in setup
        assert "/XML auditreport-task.xml" in setup
        assert f"SERVICE_ACCOUNT={self.value('Principals/Principal/UserId')}" in setup


class TestRunners:
    @pytest.mark.parametrize(
        ("name", "schema"),
        [
            ("github-workflow.yml", "vendor.github-workflows"),
            ("gitlab-ci.yml", "vendor.gitlab-ci"),
        ],
    )
    def test_the_file_keeps_to_its_publishers_schema(self, name: str, schema: str) -> None:
        result = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, RECIPES / name],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

        assert result.returncode == 0, result.stdout + result.stderr

    def test_github_runs_the_script_on_a_machine_of_ones_own_and_takes_nothing_away(self) -> None:
        job = YAML(typ="safe").load(recipe("github-workflow.yml"))["jobs"]["report"]

        assert job["runs-on"][0] == "self-hosted"
        assert job["steps"] == [{"run": SCRIPT}]

    def test_github_starts_it_on_working_days(self) -> None:
        (schedule,) = YAML(typ="safe").load(recipe("github-workflow.yml"))["on"]["schedule"]

        assert schedule["cron"].split() == JOBS[0][:5]

    def test_gitlab_runs_the_script_on_a_machine_of_ones_own_and_takes_nothing_away(self) -> None:
        job = YAML(typ="safe").load(recipe("gitlab-ci.yml"))["nightly report"]

        assert job["tags"] == ["audit-server"]
        assert job["script"] == [SCRIPT]
        assert job["variables"] == {"GIT_STRATEGY": "none"}
        assert "artifacts" not in job


class TestSetup:
    def test_it_gives_the_folders_to_the_account_and_the_group_that_the_units_name(self) -> None:
        service, setup = read_unit("auditreport.service")["Service"], recipe("setup.sh")

        for folder in service["ReadWritePaths"].split():
            assert re.search(
                rf"^install -d -o auditreport -g quality -m 2750 .*{folder}\b", setup, re.M
            )
        assert f"--gid {service['Group']} " in setup
        assert f"/var/lib/{service['StateDirectory']} " in setup
        assert f"install -m 755 nightly-report.sh {SCRIPT}" in setup


class TestPage:
    def test_every_block_of_code_stands_in_a_recipe(self) -> None:
        fences = [token for token in MarkdownIt().parse(PAGE) if token.type == "fence"]
        texts = ALL.values()
        strange = [
            fence.content
            for fence in fences
            if not any(all(line in text for line in fence.content.splitlines()) for text in texts)
        ]

        assert len(fences) > 10
        assert strange == []

    def test_every_recipe_is_named(self) -> None:
        assert [name for name in ALL if f"`{name}`" not in PAGE] == []

    def test_every_link_leads_somewhere(self) -> None:
        links = re.findall(r"\]\(([^)#]+)", PAGE)

        assert [link for link in links if not (DOCS / link).exists()] == []

    def test_every_status_of_the_program_has_its_row(self) -> None:
        rows = {int(status) for status in told_by_status() if status != "others"}

        assert {status for status in STATUSES if status < 128} <= rows

    def test_every_option_of_the_page_and_the_scripts_is_one_of_the_program(self) -> None:
        known = options_of("build") | options_of("quarter") | options_of("check")
        named = set(re.findall(r"`[^`\n]*?(--[a-z-]+)", re.sub(r"```.*?```", "", PAGE, flags=re.S)))
        for name in ("nightly-report.sh", "nightly-report.cmd", "crontab"):
            named |= set(re.findall(r" (--[a-z-]+)", recipe(name)))

        assert {"--if-changed", "--wait", "--log", "--as-of", "--annotate"} <= named
        assert named <= known


def options_of(command: str) -> set[str]:
    """Return the options that a command has, by its own help."""
    shown = CliRunner().invoke(app, [command, "--help"]).stdout
    return set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", shown, re.MULTILINE))
