"""Findings become a Report: one tree that every format renders."""
