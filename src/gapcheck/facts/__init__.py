"""Facts that resumes and job documents both state: dates, durations, degrees, languages. One parser for each."""
