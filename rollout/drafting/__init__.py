"""From protocol, profile and date to an instrument: decision, regulation, numbered and linked, every clause traced."""
