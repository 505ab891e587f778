"""What an open index is asked, and what it answers: one file per kind of question."""
