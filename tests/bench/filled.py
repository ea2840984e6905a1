"""Profiles with every question answered, for measuring: deterministic, one a number, none of a real place."""

from __future__ import annotations

import random
from pathlib import Path

from rollout.model.blueprint import Blueprint
from rollout.model.question import Question

HEAD = """format: rollout.profile/1
blueprint: {blueprint}
province: {province}
as_of: "2022-06-30"
centre: {{state: operating, opened_on: "2020-04-16"}}
data_status: illustrative
answers:
"""


def write_profiles(folder: Path, blueprint: Blueprint, provinces: list[str], count: int) -> list[Path]:
    """Write `count` filled profiles into `folder` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for n in range(count):
        path = folder / f"p{n:05}.yaml"
        path.write_text(profile(blueprint, provinces[n % len(provinces)], n), "utf-8")
        paths.append(path)
    return paths


def profile(blueprint: Blueprint, province: str, seed: int) -> str:
    """Return one filled profile."""
    choose = random.Random(seed)
    lines = [HEAD.format(blueprint=f"{blueprint.id}@{blueprint.version}", province=province)]
    section = group = ""
    for question in blueprint.questions.values():
        if question.section != section:
            section = question.section
            lines.append(f"  {section}:\n")
        if question.group != group:
            group = question.group
            lines.append(f"    {group.partition('.')[2]}:\n")
        lines.append(f"      {question.name}: {written(question, choose)}\n")
    return "".join(lines)


def written(question: Question, choose: random.Random) -> str:
    """Return an answer in flow style, as a province would give it."""
    match question.type:
        case "yes_no":
            return choose.choice(("yes", "no"))
        case "number":
            low, high = question.low or 0, question.high or 100
            return str(choose.randint(int(low), int(high)))
        case "date":
            return f'"{choose.choice(("2021-09-30", "2022-03-15", "2022-05-30"))}"'
        case "choice":
            return choose.choice(list(question.options))
        case "choices":
            return f"[{', '.join(code for code in question.options if choose.random() < 0.6)}]"
        case "phone":
            return '"1800 0000"'
        case "document":
            covers = f", covers: [{', '.join(question.options)}]" if question.options else ""
            number = choose.randint(1, 999)
            day = f"2021-12-{choose.randint(10, 28)}"
            return f'{{value: {{number: "{number}/QĐ", date: "{day}"{covers}}}, status: document}}'
        case "records":
            row = ", ".join(f"{name}: {written(field, choose)}" for name, field in question.fields.items())
            return f"{{complete: yes, items: [{{{row}}}, {{{row}}}]}}"
    return "ghi chú ngắn"
