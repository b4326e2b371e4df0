"""Schemas of the word lists by which text is understood: skills_taxonomy/language/, one file and one class each."""
