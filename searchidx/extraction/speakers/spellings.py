"""One speaker under one name across articles: a list of names with their other spellings.

The file that users keep beside an index is plain text, one to a line: spellings as articles have them, and the name
that they stand for::

    # spellings, separated by commas = name
    Zelensky, Volodymyr Zelenskiy, Vladimir Zelensky = Volodymyr Zelenskyy

Spellings are compared without regard to case, diacritics, hyphens, full stops and the kind of apostrophe. Two names
are one speaker only if the list says so: a surname alone or another first name is never merged by guessing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

_APOSTROPHES = str.maketrans("’‘`´ʼ", "'''''")
_SEPARATORS = re.compile(r"[\s.\-–'’]+")
_ASCII_SEPARATORS = str.maketrans(".-'`", "    ")

BUILT_IN = """
Volodymyr Zelensky, Volodymyr Zelenskiy, Vladimir Zelensky, Vladimir Zelenskiy = Volodymyr Zelenskyy
Zelenskyy, Zelensky, Zelenskiy = Volodymyr Zelenskyy
Vladimir V. Putin, Wladimir Putin, Vladimir Poutine = Vladimir Putin
Dmitri Medvedev, Dmitriy Medvedev = Dmitry Medvedev
Sergey Lavrov, Serguei Lavrov = Sergei Lavrov
Sergey Shoigu, Sergei Shoygu, Sergey Shoygu = Sergei Shoigu
Dmitri Peskov, Dmitriy Peskov = Dmitry Peskov
Evgeny Prigozhin, Yevgeniy Prigozhin, Yevgeni Prigozhin = Yevgeny Prigozhin
Aleksei Navalny, Alexey Navalny, Aleksey Navalny, Alexei A. Navalny, Aleksei A. Navalny = Alexei Navalny
Mikhail Gorbachov, Mikhail S. Gorbachev, Michail Gorbatschow = Mikhail Gorbachev
Boris N. Yeltsin, Boris Eltsin = Boris Yeltsin
Leonid I. Brezhnev = Leonid Brezhnev
Eduard A. Shevardnadze = Eduard Shevardnadze
Alyaksandr Lukashenka, Aleksandr Lukashenko, Alexandr Lukashenko, Aliaksandr Lukashenka = Alexander Lukashenko
Svetlana Tikhanovskaya, Svetlana Tsikhanouskaya, Sviatlana Tikhanovskaya = Sviatlana Tsikhanouskaya
Pyotr Poroshenko = Petro Poroshenko
Yulia Timoshenko, Yuliya Tymoshenko = Yulia Tymoshenko
Viktor Yanukovich, Victor Yanukovych = Viktor Yanukovych
Dmitry Kuleba = Dmytro Kuleba
Valery Zaluzhny, Valeriy Zaluzhnyy, Valeriy Zaluzhnyi, Valerii Zaluzhny = Valerii Zaluzhnyi
Oleksandr Syrsky, Aleksandr Syrsky = Oleksandr Syrskyi
Mikhail Saakashvili = Mikheil Saakashvili
Nursultan Nazarbaev = Nursultan Nazarbayev
Ilham Aliev = Ilham Aliyev
Muammar Gadhafi, Moammar Gadhafi, Muammar Qaddafi, Moammar Gaddafi = Muammar Gaddafi
Muammar el-Qaddafi, Muammar al-Gaddafi = Muammar Gaddafi
Bashar Assad, Bashar el-Assad = Bashar al-Assad
Hafez Assad, Hafiz al-Assad = Hafez al-Assad
Saddam Husayn, Sadam Hussein = Saddam Hussein
Usama bin Laden, Osama Bin Laden, Usama bin Ladin = Osama bin Laden
Ayman al-Zawahri, Ayman Zawahiri = Ayman al-Zawahiri
Abubakr al-Baghdadi = Abu Bakr al-Baghdadi
Hasan Nasrallah, Sayyed Hassan Nasrallah = Hassan Nasrallah
Yasir Arafat = Yasser Arafat
Mahmud Abbas = Mahmoud Abbas
Abdel Fattah al-Sisi, Abdul Fattah al-Sisi, Abdel-Fattah el-Sissi, Abdel Fattah Sisi = Abdel Fattah el-Sisi
Husni Mubarak = Hosni Mubarak
Mohammed Morsi, Mohammed Mursi, Mohamed Mursi = Mohamed Morsi
Anwar el-Sadat, Anwar al-Sadat = Anwar Sadat
Gamal Abdul Nasser = Gamal Abdel Nasser
Mohammad bin Salman, Muhammad bin Salman = Mohammed bin Salman
Ayatollah Ali Khamenei, Sayyid Ali Khamenei = Ali Khamenei
Ayatollah Khomeini, Rouhollah Khomeini = Ruhollah Khomeini
Mahmud Ahmadinejad, Mahmoud Ahmadinezhad = Mahmoud Ahmadinejad
Hassan Rohani, Hasan Rouhani = Hassan Rouhani
Ibrahim Raisi, Ebrahim Raeisi = Ebrahim Raisi
Mohammed Javad Zarif, Javad Zarif = Mohammad Javad Zarif
Recep Tayyip Erdoğan, Tayyip Erdogan = Recep Tayyip Erdogan
Binyamin Netanyahu, Benyamin Netanyahu = Benjamin Netanyahu
Itzhak Rabin = Yitzhak Rabin
Hsi Chin-ping = Xi Jinping
Teng Hsiao-ping = Deng Xiaoping
Mao Tse-tung = Mao Zedong
Chou En-lai = Zhou Enlai
Kim Jong-un, Kim Jong-Un = Kim Jong Un
Kim Jong-il, Kim Jong-Il = Kim Jong Il
Moon Jae In = Moon Jae-in
Ban Ki Moon = Ban Ki-moon
Suu Kyi, Daw Aung San Suu Kyi = Aung San Suu Kyi
Mahatma Gandhi, Mohandas K. Gandhi = Mohandas Gandhi
Hamed Karzai = Hamid Karzai
Mohammad Ashraf Ghani = Ashraf Ghani
Parvez Musharraf = Pervez Musharraf
Nuri al-Maliki, Nouri Maliki, Nuri Kamal al-Maliki = Nouri al-Maliki
Haidar al-Abadi, Haider Abadi = Haider al-Abadi
Butros Butros-Ghali = Boutros Boutros-Ghali
Kofi A. Annan = Kofi Annan
Nicolae Ceaușescu = Nicolae Ceausescu
Slobodan Milošević = Slobodan Milosevic
Radovan Karadžić = Radovan Karadzic
Aleksandar Vučić = Aleksandar Vucic
Wojciech W. Jaruzelski = Wojciech Jaruzelski
Lech Wałęsa = Lech Walesa
S and P, S & P, S&P, Standard & Poor's, Standard & Poor's Corp, Standard and Poor's Corp = Standard and Poor's
Moody's Investors Service, Moody's Investors Service Inc = Moody's
"""


def fold(name: str) -> str:
    """The form in which spellings are compared: no case, diacritics, hyphens, full stops or apostrophes."""
    if name.isascii():  # as most are: then there is nothing to decompose
        return " ".join(name.lower().translate(_ASCII_SEPARATORS).split())
    decomposed = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("ł", "l")
    return _SEPARATORS.sub(" ", plain).strip()


@dataclass(frozen=True)
class Spellings:
    """What a file of spellings says: folded spelling -> name to show.

    ``problems`` are (line number, reason) of the lines that were not understood; the others count.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[tuple[int, str], ...] = ()


def parse_spellings(text: str) -> Spellings:
    """Parse the text of a file of spellings. Of two lines that give one spelling to two names the first counts."""
    names: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[tuple[int, str]] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        spellings, equals, name = line.partition("=")
        name = _tidy(name)
        if not equals or not fold(name) or not spellings.strip(" ,") or "=" in name:
            problems.append((number, 'not of the form "spelling, spelling = name"'))
            continue
        for spelling in (name, *spellings.split(",")):
            key = fold(spelling)
            if not key:
                continue
            if names.setdefault(key, name) != name:
                reason = (
                    f"gives {_tidy(spelling)!r} to {name!r}, and line {lines[key]} gives it to {names[key]!r}"
                )
                problems.append((number, f"{reason}; keep one of the two"))
            lines.setdefault(key, number)
    return Spellings(names, tuple(problems))


@cache
def built_in_spellings() -> Mapping[str, str]:
    """The spellings of names that the news transliterates in several ways."""
    return parse_spellings(BUILT_IN).names


class SpeakerNames:
    """The one name under which each speaker stands in a collection, and the spellings that lead to it.

    ``own`` is what the user's file says; it wins over the built-in list. A name that neither lists stands for itself,
    but for curly apostrophes and odd spaces.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._own = own or {}
        self._known: dict[str, tuple[str, ...]] = {}
        self._by_name: dict[str, list[str]] = {}
        for listed in (self._own, built_in_spellings()):
            for spelling in listed:
                self._by_name.setdefault(self.name(spelling), []).append(spelling)

    def name(self, written: str) -> str:
        """Return the name used in the whole collection."""
        key = fold(written)
        if key in self._own:
            return self._own[key]
        listed = built_in_spellings().get(key)
        return self._own.get(fold(listed), listed) if listed else _tidy(written)

    def spellings(self, written: str) -> tuple[str, ...]:
        """Return the name used in the whole collection, the one written, and all others that are known of it."""
        found = self._known.get(written)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            name = self.name(written)
            others = self._by_name.get(name, ())
            found = self._known[written] = tuple(dict.fromkeys((name, _tidy(written), *others)))
        return found


_REMEMBERED = 50_000


@cache
def built_in_names() -> SpeakerNames:
    """The names by the built-in list alone."""
    return SpeakerNames()


def canonical_name(name: str) -> str:
    """The one name under which a speaker stands in a collection, by the built-in list alone."""
    return built_in_names().name(name)


def _tidy(name: str) -> str:
    return " ".join((name if name.isascii() and "`" not in name else name.translate(_APOSTROPHES)).split())
