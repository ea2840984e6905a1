"""`python -m rollout` is the same as `rollout`."""

from __future__ import annotations

from rollout.cli import main

if __name__ == "__main__":
    main()
