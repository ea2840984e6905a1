"""`make bench`: what the toolkit takes against named peers in the same run; writes docs/benchmarks.md."""

from __future__ import annotations

import json
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from bench.drafts import drafting
from bench.filled import write_profiles
from bench.measure import Pair, pair, peak_mebibytes, process

from rollout.analysis.assessment import assess
from rollout.analysis.gap import gap
from rollout.documents.html import markup
from rollout.load import document
from rollout.model.profile_schema import profile_schema
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.reading_country import open_country
from rollout.model.reading_profile import open_profile
from rollout.reporting.gap_report import gap_report
from rollout.reporting.options import Options
from rollout.shipped import shipped

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "out" / "bench"
ROLLOUT = str(Path(sys.executable).parent / "rollout")
YAMLLINT = str(Path(sys.executable).parent / "yamllint")
CHECK_JSONSCHEMA = str(Path(sys.executable).parent / "check-jsonschema")
AJV = str(OUT / "peers" / "node_modules" / ".bin" / "ajv")
BLUEPRINT = "anh_duong"
COUNTRY = "viet_nam"
PROVINCES = ["quang-ninh", "ha-noi", "da-nang", "ha-tinh"]
NOTES = HERE / "notes.md"


def main() -> None:
    """Measure everything and write the page."""
    shutil.rmtree(OUT / "work", ignore_errors=True)
    few, many = OUT / "work" / "63", OUT / "work" / "1000"
    opened = open_blueprint(BLUEPRINT).blueprint
    if opened is None:
        raise SystemExit("the blueprint cannot be read")
    write_profiles(few, opened, PROVINCES, 63)
    write_profiles(many, opened, PROVINCES, 1000)
    write_profiles(OUT / "work" / "100", opened, PROVINCES, 100)
    schema = OUT / "work" / "schema.json"
    schema.write_text(json.dumps(profile_schema(opened)), "utf-8")
    rows = list(measured(few, many, schema))
    memory = [peak_mebibytes(ROLLOUT, "gap", str(OUT / "work" / str(n))) for n in (100, 1000)]
    page = render(rows, memory)
    (HERE.parent.parent / "docs" / "benchmarks.md").write_text(page, "utf-8")
    print(page)


def measured(few: Path, many: Path, schema: Path) -> Iterator[Pair]:
    """Yield each job's result."""
    yield pair(
        "`rollout --help`",
        "`yamllint --version`",
        0.65,
        (process(ROLLOUT, "--help"), process(YAMLLINT, "--version")),
        15,
    )
    sample = (few / "p00000.yaml").read_bytes()
    text = sample.decode()
    repeat = range(20)
    yield pair(
        "load with places (20 times)",
        "`yaml.load(CSafeLoader)`",
        0.6,
        (
            lambda: [document(sample, "p.yaml") for _ in repeat],
            lambda: [yaml.load(text, yaml.CSafeLoader) for _ in repeat],
        ),
        15,
    )
    ours = process(ROLLOUT, "validate", str(few))
    ajv = process(AJV, "validate", "--strict=false", "--spec=draft2020", "-s", str(schema), "-d", f"{few}/*.yaml")
    yield pair("validate 63 filled profiles", "ajv-cli", 0.5, (ours, ajv), 9)
    check = process(CHECK_JSONSCHEMA, "--schemafile", str(schema), *map(str, sorted(few.glob("*.yaml"))))
    yield pair("validate 63 filled profiles", "check-jsonschema", 0.1, (ours, check), 3)
    ajv_many = process(AJV, "validate", "--strict=false", "--spec=draft2020", "-s", str(schema), "-d", f"{many}/*.yaml")
    gap = process(ROLLOUT, "gap", str(many))
    yield pair("validate and gap of 1,000 profiles", "ajv-cli, validating only", 3, (gap, ajv_many), 3)
    yield pair("a gap report as PDF", "bare WeasyPrint on the same HTML", 1.35, pdf_jobs(few / "p00000.yaml"), 5)
    yield from drafting(OUT / "work" / "drafts")


def pdf_jobs(profile: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return our command and the bare engine's way from the same HTML to a tagged PDF."""
    page = OUT / "work" / "gap.html"
    page.write_text(print_page(profile), "utf-8")
    bare = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
    return (
        process(ROLLOUT, "gap", str(profile), "-o", str(OUT / "work" / "gap.pdf")),
        process(sys.executable, "-c", bare, str(page), str(OUT / "work" / "bare.pdf")),
    )


def print_page(path: Path) -> str:
    """Return the HTML our PDF is laid out from, its fonts as plain files."""
    opened = open_blueprint(BLUEPRINT).blueprint
    country = open_country(COUNTRY).country
    if opened is None or country is None:
        raise SystemExit("the shipped content cannot be read")
    found = open_profile(path.read_bytes(), path.name, opened, country, profile_schema(opened)).profile
    if found is None:
        raise SystemExit(f"{path} is not valid")
    page = markup(gap_report(gap(assess(found, opened, country)), Options()), "print")
    return page.replace("rollout:fonts", (shipped("templates") / "fonts").as_uri())


HEAD = """# Benchmarks

Written by `make bench`: our command and a named peer in turn, in the same run; medians of the rounds, and the
median of the ratios of neighbouring runs. The machine is shared and noisy, so only the ratios say something.

"""
COLUMNS = """| job | peer | ours | peer takes | ratio | reach | reached | rounds |
|---|---|---|---|---|---|---|---|
"""


def render(rows: list[Pair], memory: list[float]) -> str:
    """Return docs/benchmarks.md."""
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}.\n\n"
    small, large = memory
    flat = "yes" if large <= 1.1 * small else "**missed**"
    peak = f"\nPeak memory of `rollout gap`: {small:.0f} MiB for 100 profiles, {large:.0f} MiB for 1,000; "
    peak += f"ratio {large / small:.2f}, reach 1.10, reached: {flat}.\n"
    notes = "\n" + NOTES.read_text("utf-8") if NOTES.is_file() else ""
    return HEAD + machine + COLUMNS + "\n".join(row.row for row in rows) + "\n" + peak + notes


if __name__ == "__main__":
    main()
