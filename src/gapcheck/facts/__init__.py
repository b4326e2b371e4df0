"""Facts that resumes and job postings both state: dates, durations, languages. One parser for each."""
