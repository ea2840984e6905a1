"""The nouns of the YAML as frozen values: blueprint, criterion, question, condition, quantity, country, profile."""
