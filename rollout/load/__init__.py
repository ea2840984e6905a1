"""Bytes → a document with places, or problems. Knows YAML and JSON Schema, no domain word."""

from __future__ import annotations

from rollout.load.document import Document, document, read
from rollout.load.places import Places

__all__ = ["Document", "Places", "document", "read"]
