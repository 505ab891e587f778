"""From an article's text to its quotes, speakers and places: pure functions, text in, mentions with spans out.

``extract.extract`` finds all of them. Nothing is imported here: a search needs the spellings of names, not the finders.
"""
