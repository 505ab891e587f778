"""``searchidx show``: one article."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.options import color_option, index_option, style_of, width_of_terminal


@click.command("show", help="Show one article by its id, the path that search results name.")
@click.argument("article_id", metavar="ID")
@index_option
@click.option(
    "--json", "as_json", is_flag=True, help="The record that parse --jsonl prints, as one JSON object."
)
@color_option
def command(article_id: str, index_dir: Path, as_json: bool, color: str) -> int:
    """Show an article."""
    import json

    from searchidx.index import Index
    from searchidx.presentation.article import article_lines

    with Index.open(index_dir) as index:
        article = index.article(article_id)
    if as_json:
        click.echo(json.dumps(article.record(), ensure_ascii=False, indent=2))
    else:
        for line in article_lines(article, style_of(color), width_of_terminal()):
            click.echo(line, color=True)
    return 0
