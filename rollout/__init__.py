"""Plan the rollout of one-stop service centres: blueprints and profiles in, gaps, checklists and drafts out."""

__version__ = "0.1.0"
