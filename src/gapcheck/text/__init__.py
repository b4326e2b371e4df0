"""Text knows words: tokens, patterns, sentences, numbers, inflection and slugs, for every kind of document."""
