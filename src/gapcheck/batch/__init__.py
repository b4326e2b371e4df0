"""Many resumes on a cluster: one row a document, whatever the document does; engines only carry the rows."""
