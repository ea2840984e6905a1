"""placeholder"""
from typing import Any
from collections.abc import Mapping
from rollout.load.places import Places
from rollout.problems import Problem
def find_errors(data: Any, schema: Mapping[str, Any], places: Places) -> list[Problem]:
    return []
