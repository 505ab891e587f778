"""Articles that are made up by rule, for whatever number is needed."""

from __future__ import annotations

import random
from pathlib import Path

PLACES = "Kharkiv Lviv Geneva Nairobi Pirna Dresden Izmir Bergen Lagos Oslo Porto Ghent".split()
NAMES = ("Anna Reed", "Jonas Weber", "Ihor Tkachenko", "Petra Lange", "Grace Otieno", "Luis Prado")
VERBS = ("said", "told reporters", "added", "warned")
THINGS = "river dam bridge market council harbour school hospital ministry railway border harvest".split()
DEEDS = "closed opened flooded rebuilt sold inspected moved guarded painted searched".split()


def article(numbers: random.Random) -> str:
    """Return the text of an article."""
    day = f"{numbers.randint(1995, 2022)}-{numbers.randint(1, 12):02}-{numbers.randint(1, 28):02}"
    sentences = []
    for _ in range(numbers.randint(3, 25)):
        thing, other = numbers.sample(THINGS, 2)
        sentence = f"The {thing} in {numbers.choice(PLACES)} was {numbers.choice(DEEDS)} after the {other} had failed."
        if numbers.random() < 0.3:
            sentence = f"“{sentence[:-1]},” {numbers.choice(NAMES)} {numbers.choice(VERBS)}."
        sentences.append(sentence + ("\n\n" if numbers.random() < 0.2 else " "))
    return f" date {day} {''.join(sentences)}\n"


def write_collection(folder: Path, count: int, seed: int) -> None:
    """Write so many articles, a thousand to a folder."""
    numbers = random.Random(seed)
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(numbers))
