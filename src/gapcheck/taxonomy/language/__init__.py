"""Schemas of the word lists by which text is understood: skills_taxonomy/language/, one class for each file."""
