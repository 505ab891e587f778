"""From files to articles, whole."""

import datetime

from searchidx.article import Article
from searchidx.errors import ReadError
from searchidx.parsing import parse_paths, parse_source
from searchidx.reading import Skipped, Source

STORY = """\
 date 2023-08-04 Flood water has reached the lower streets of Gmunden, the mayor said on Friday.

“We have moved two hundred people,” Anna Leitner said. “More will follow.”

(© Traunsee Courier Ltd 2023)
"""


def test_the_typical_article_comes_out_in_its_parts():
    article = parse_source(Source("2023/a.txt", "2023/a.txt", STORY))
    assert (article.date, article.date_from) == (datetime.date(2023, 8, 4), "prefix")
    lede = "Flood water has reached the lower streets of Gmunden, the mayor said on Friday."
    assert (article.headline, article.headline_from) == (lede, "lede")
    assert article.source == "Traunsee Courier Ltd"
    assert article.language == "en"
    quote = "“We have moved two hundred people,” Anna Leitner said. “More will follow.”"
    assert article.body == f"{lede}\n\n{quote}"


def test_files_and_folders_can_be_named_together(tmp_path):
    folder = tmp_path / "news"
    (folder / "2023").mkdir(parents=True)
    (folder / "2023" / "a.txt").write_text(STORY, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "logo.png").write_bytes(b"\x89PNG")
    single = tmp_path / "single.md"
    single.write_text("# Ferry stops\n\nThe ferry has stopped.\n", encoding="utf-8")
    found = list(parse_paths([folder, single, tmp_path / "gone.txt"]))
    assert [(type(one), one.path) for one in found] == [
        (Article, "2023/a.txt"),
        (Skipped, "empty.txt"),
        (Skipped, "logo.png"),
        (Article, "single.md"),
        (ReadError, "gone.txt"),
    ]
    assert found[3].headline == "Ferry stops"
    assert str(found[4]) == "gone.txt: does not exist (any more)"
