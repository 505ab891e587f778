"""``searchidx stats``: what the index holds."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.options import index_option


@click.command("stats", help="Tell what the index holds: articles, days, words, speakers, places, size.")
@index_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(index_dir: Path, as_json: bool) -> int:
    """Tell what the index holds."""
    import json
    from dataclasses import asdict

    from searchidx.index import Index
    from searchidx.presentation.stats import stats_lines

    with Index.open(index_dir) as index:
        stats = index.stats()
    if as_json:
        click.echo(json.dumps(asdict(stats), default=str, ensure_ascii=False, indent=2))
    else:
        for line in stats_lines(stats):
            click.echo(line)
    return 0
