"""How the defaults of ranking were chosen: judged collections, and what each parameter does to them.

    python -m benchmarks.ranking PREFIX [PREFIX ...]

A judged collection is two files: PREFIX.docs.jsonl.gz with {"id", "title", "text"} on each line, and
PREFIX.queries.jsonl.gz with {"text", "relevant": {id: gain}}. Printed is a table with nDCG@10 and mean average
precision of each collection, for the defaults and with one parameter changed at a time; then, for each parameter, the
value that is best on all collections but one, and what it does to that one. A value that only wins where it was chosen
is no default.

- judged.py      the files, and the measures
- parameters.py  what can be changed, and how
- __main__.py    the table
"""
