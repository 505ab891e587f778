"""Who said what: quotations and reported speech with their speakers (``quotes.find_quotes``)."""
