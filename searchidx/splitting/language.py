"""The language of a text, from its commonest small words, or from its script."""

from __future__ import annotations

import re

_PROFILES = {
    "en": "the of and to in a that is was for on with as he said at by from his it be has have an are not were this "
    "which but who had will they their its been after would more than",
    "fr": "le la les de des du et en un une que est dans pour qui au aux par sur pas plus ce il elle ne se avec son "
    "sa ses ont été mais sont cette leur d'un d'une",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie",
    "es": "el la los las de que y en un una por con para del se no su al lo como más sus es ha pero fue este entre o "
    "cuando desde sobre",
    "it": "il la lo le gli di che e in un una per con del della non si sono da dal nel alla al dei è ha anche più come "
    "delle ma",
    "pt": "o a os as de que e em um uma para com do da dos das não por no na se mais ao foi é como pelo pela mas são "
    "também",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar heeft uit maar worden "
    "werd nog over",
    "sv": "och i att det som en på är av för med den till inte har de om ett han men var sig från vi så under efter",
    "da": "og i at det er en til af på som med for de den ikke der har et om han var vil fra men sig ved også efter "
    "siger sagde blev bliver nogle hvis skal",
    "no": "og i at det er en til av på som med for de den ikke har et om han var vil fra men seg ved også etter "
    "sier sa ble blir noen hvis skal",
    "fi": "ja on ei että oli se hän joka mutta kun myös sekä ovat olisi mukaan sen jos niin kuin",
    "pl": "w i na z do się nie że o to jest od po za jak przez dla są oraz był ale ze który przed jego",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar en ancak ne var olduğunu ise",
    "id": "yang dan di untuk dengan dari pada ini itu dalam tidak akan oleh juga telah ke sebagai adalah",
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
#: Any letter of these and of Cyrillic, with what lies between: without one there is nothing to count.
_NOT_LATIN = re.compile("[\u0370-\u0e7f\u3040-\ud7a3]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_RUSSIAN = re.compile(r"\b(?:что|это|как|был|его|или|только|чтобы|больше|после|может|сообщил[аи]?)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL_ASCII_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SETS = {language: frozenset(words.split()) for language, words in _PROFILES.items()}
_ALL = frozenset().union(*_SETS.values())
#: How many different ones of its words a language must show.
_FEWEST_WORDS = 3
#: Words that no other language here has; a text with enough of them needs no comparison.
_ENGLISH_ALONE = frozenset(
    word.encode()
    for word in _SETS["en"].difference(*(words for language, words in _SETS.items() if language != "en"))
)
_SAMPLE = 800


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, None if the text is too short or too odd to be sure."""
    if _is_plainly_english(text[:_SAMPLE]):
        return "en"
    sample = text[:_SAMPLE].lower()
    if sample.isascii():
        words = _SMALL_ASCII_WORD.findall(sample)  # the same words, in a third of the time
    else:
        by_script = _by_script(sample)
        if by_script:
            return by_script
        words = _WORD.findall(sample)
    if len(words) < 8 or len(_ALL.intersection(words)) < _FEWEST_WORDS:
        return None
    small = list(filter(_ALL.__contains__, words))  # the few that any language counts
    counts = sorted(((_count(small, known), code) for code, known in _SETS.items()), reverse=True)
    (best, code), (second, _) = counts[:2]
    if (
        best < 0.1 * len(words)
        or best <= 1.2 * second
        or len(_SETS[code].intersection(words)) < _FEWEST_WORDS
    ):
        return None
    return code


def _is_plainly_english(sample: str) -> bool:
    """Tell whether a tenth of the words are English and of no other language here.

    It is told of bytes: one curly quotation mark, and small letters take text five times as long.
    """
    words = sample.encode("ascii", "replace").lower().split()
    return len(words) >= 12 and len(list(filter(_ENGLISH_ALONE.__contains__, words))) >= 0.1 * len(words)


def _count(words: list[str], known: frozenset[str]) -> int:
    """Return how many of the words are known; a list's length is had sooner than a sum of truths."""
    return len(list(filter(known.__contains__, words)))


def _by_script(sample: str) -> str | None:
    """Return the language of a script that (nearly) only one language of news is written in."""
    if not _NOT_LATIN.search(sample):
        return None
    letters = len(re.findall(r"[^\W\d_]", sample))
    for code, script in _SCRIPTS:
        share = len(script.findall(sample)) / max(1, letters)
        if share > (0.1 if code == "ja" else 0.4):
            return "fa" if code == "ar" and re.search("[پچژگ]", sample) else code
    if len(_CYRILLIC.findall(sample)) > 0.4 * letters:
        if re.search("[іїєґ]", sample):
            return "uk"
        if re.search("[ыэё]", sample) or _RUSSIAN.search(sample):
            return "ru"
    return None
