"""Build and query the same articles with searchidx and its peers, side by side in one run.

    pip install -e '.[benchmark]'
    python -m benchmarks FOLDER                       a Markdown table on standard output
    python -m benchmarks FOLDER --json OUT.json --svg OUT.svg

FOLDER holds articles as plain text files. See ``python -m benchmarks --help``.
"""
