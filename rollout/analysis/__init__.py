"""Pure functions from blueprint, country and profile to verdicts, readiness, the opening gate and what to do next."""
