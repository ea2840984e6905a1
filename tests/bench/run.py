"""`make bench`: what the toolkit takes against named peers in the same run; writes docs/benchmarks.md."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from bench.filled import write_profiles
from bench.measure import Pair, pair, peak_mebibytes, process

from rollout.load import document
from rollout.model.profile_schema import profile_schema
from rollout.model.reading_blueprint import open_blueprint

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "out" / "bench"
ROLLOUT = str(Path(sys.executable).parent / "rollout")
YAMLLINT = str(Path(sys.executable).parent / "yamllint")
CHECK_JSONSCHEMA = str(Path(sys.executable).parent / "check-jsonschema")
AJV = str(OUT / "peers" / "node_modules" / ".bin" / "ajv")
BLUEPRINT = "anh_duong"
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
    rows = [row for row in measured(few, many, schema)]
    memory = [peak_mebibytes(ROLLOUT, "gap", str(OUT / "work" / str(n))) for n in (100, 1000)]
    page = render(rows, memory)
    (HERE.parent.parent / "docs" / "benchmarks.md").write_text(page, "utf-8")
    print(page)


def measured(few: Path, many: Path, schema: Path) -> Iterator[Pair]:
    """Yield each job's result."""
    yield pair("`rollout --help`", "`yamllint --version`", 0.65, (process(ROLLOUT, "--help"), process(YAMLLINT, "--version")), 15)
    sample = (few / "p00000.yaml").read_bytes()
    text = sample.decode()
    repeat = range(20)
    yield pair(
        "load with places (20 times)",
        "`yaml.load(CSafeLoader)`",
        0.6,
        (lambda: [document(sample, "p.yaml") for _ in repeat], lambda: [yaml.load(text, yaml.CSafeLoader) for _ in repeat]),
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
    yield pair("a gap report as PDF", "bare WeasyPrint on the same HTML", 1.35, pdf_jobs(few), 5)


def pdf_jobs(few: Path) -> tuple[object, object]:
    """Return ours and the bare engine's way to the same PDF."""
    profile, page = str(few / "p00000.yaml"), str(OUT / "work" / "gap.html")
    subprocess.run([ROLLOUT, "gap", profile, "-o", page, "--print-source"], check=True, capture_output=True)
    bare = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
    return (
        process(ROLLOUT, "gap", profile, "--force", "-o", str(OUT / "work" / "gap.pdf")),
        process(sys.executable, "-c", bare, page, str(OUT / "work" / "bare.pdf")),
    )


def render(rows: list[Pair], memory: list[float]) -> str:
    """Return docs/benchmarks.md."""
    head = (
        "# Benchmarks\n\nWritten by `make bench`: our command and a named peer in turn, in the same run; medians of the rounds, and the\n"
        "median of the ratios of neighbouring runs. The machine is shared and noisy, so only the ratios say something.\n\n"
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}.\n\n"
        "| job | peer | ours | peer takes | ratio | reach | reached | rounds |\n|---|---|---|---|---|---|---|---|\n"
    )
    small, large = memory
    flat = "yes" if large <= 1.1 * small else "**missed**"
    tail = f"\nPeak memory of `rollout gap`: {small:.0f} MiB for 100 profiles, {large:.0f} MiB for 1,000; ratio {large / small:.2f}, reach 1.10: {flat}.\n"
    notes = "\n" + NOTES.read_text("utf-8") if NOTES.is_file() else ""
    return head + "\n".join(row.row for row in rows) + "\n" + tail + notes


if __name__ == "__main__":
    main()
