"""One speaker under one name across articles: a list of names with their other spellings.

The file that users keep beside an index is plain text, one speaker per line, the name to show first::

    # name = other spellings, separated by commas
    Volodymyr Zelenskyy = Zelensky, Volodymyr Zelenskiy, Vladimir Zelensky

Spellings are compared without regard to case, diacritics, hyphens, full stops and the kind of apostrophe. Two names
are one speaker only if the list says so: a surname alone or another first name is never merged by guessing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from searchidx.errors import ReadError

_APOSTROPHES = str.maketrans("’‘`´ʼ", "'''''")
_SPACES = re.compile(r"\s+")
_SEPARATORS = re.compile(r"[\s.\-–'’]+")

BUILT_IN = """
Volodymyr Zelenskyy = Volodymyr Zelensky, Volodymyr Zelenskiy, Vladimir Zelensky, Vladimir Zelenskiy
Volodymyr Zelenskyy = Zelenskyy, Zelensky, Zelenskiy
Vladimir Putin = Vladimir V. Putin, Wladimir Putin, Vladimir Poutine
Dmitry Medvedev = Dmitri Medvedev, Dmitriy Medvedev
Sergei Lavrov = Sergey Lavrov, Serguei Lavrov
Sergei Shoigu = Sergey Shoigu, Sergei Shoygu, Sergey Shoygu
Dmitry Peskov = Dmitri Peskov, Dmitriy Peskov
Yevgeny Prigozhin = Evgeny Prigozhin, Yevgeniy Prigozhin, Yevgeni Prigozhin
Alexei Navalny = Aleksei Navalny, Alexey Navalny, Aleksey Navalny, Alexei A. Navalny, Aleksei A. Navalny
Mikhail Gorbachev = Mikhail Gorbachov, Mikhail S. Gorbachev, Michail Gorbatschow
Boris Yeltsin = Boris N. Yeltsin, Boris Eltsin
Leonid Brezhnev = Leonid I. Brezhnev
Eduard Shevardnadze = Eduard A. Shevardnadze
Alexander Lukashenko = Alyaksandr Lukashenka, Aleksandr Lukashenko, Alexandr Lukashenko, Aliaksandr Lukashenka
Sviatlana Tsikhanouskaya = Svetlana Tikhanovskaya, Svetlana Tsikhanouskaya, Sviatlana Tikhanovskaya
Petro Poroshenko = Pyotr Poroshenko
Yulia Tymoshenko = Yulia Timoshenko, Yuliya Tymoshenko
Viktor Yanukovych = Viktor Yanukovich, Victor Yanukovych
Dmytro Kuleba = Dmitry Kuleba
Valerii Zaluzhnyi = Valery Zaluzhny, Valeriy Zaluzhnyy, Valeriy Zaluzhnyi, Valerii Zaluzhny
Oleksandr Syrskyi = Oleksandr Syrsky, Aleksandr Syrsky
Mikheil Saakashvili = Mikhail Saakashvili
Nursultan Nazarbayev = Nursultan Nazarbaev
Ilham Aliyev = Ilham Aliev
Muammar Gaddafi = Muammar Gadhafi, Moammar Gadhafi, Muammar Qaddafi, Moammar Gaddafi
Muammar Gaddafi = Muammar el-Qaddafi, Muammar al-Gaddafi
Bashar al-Assad = Bashar Assad, Bashar el-Assad
Hafez al-Assad = Hafez Assad, Hafiz al-Assad
Saddam Hussein = Saddam Husayn, Sadam Hussein
Osama bin Laden = Usama bin Laden, Osama Bin Laden, Usama bin Ladin
Ayman al-Zawahiri = Ayman al-Zawahri, Ayman Zawahiri
Abu Bakr al-Baghdadi = Abubakr al-Baghdadi
Hassan Nasrallah = Hasan Nasrallah, Sayyed Hassan Nasrallah
Yasser Arafat = Yasir Arafat
Mahmoud Abbas = Mahmud Abbas
Abdel Fattah el-Sisi = Abdel Fattah al-Sisi, Abdul Fattah al-Sisi, Abdel-Fattah el-Sissi, Abdel Fattah Sisi
Hosni Mubarak = Husni Mubarak
Mohamed Morsi = Mohammed Morsi, Mohammed Mursi, Mohamed Mursi
Anwar Sadat = Anwar el-Sadat, Anwar al-Sadat
Gamal Abdel Nasser = Gamal Abdul Nasser
Mohammed bin Salman = Mohammad bin Salman, Muhammad bin Salman
Ali Khamenei = Ayatollah Ali Khamenei, Sayyid Ali Khamenei
Ruhollah Khomeini = Ayatollah Khomeini, Rouhollah Khomeini
Mahmoud Ahmadinejad = Mahmud Ahmadinejad, Mahmoud Ahmadinezhad
Hassan Rouhani = Hassan Rohani, Hasan Rouhani
Ebrahim Raisi = Ibrahim Raisi, Ebrahim Raeisi
Mohammad Javad Zarif = Mohammed Javad Zarif, Javad Zarif
Recep Tayyip Erdogan = Recep Tayyip Erdoğan, Tayyip Erdogan
Benjamin Netanyahu = Binyamin Netanyahu, Benyamin Netanyahu
Yitzhak Rabin = Itzhak Rabin
Xi Jinping = Hsi Chin-ping
Deng Xiaoping = Teng Hsiao-ping
Mao Zedong = Mao Tse-tung
Zhou Enlai = Chou En-lai
Kim Jong Un = Kim Jong-un, Kim Jong-Un
Kim Jong Il = Kim Jong-il, Kim Jong-Il
Moon Jae-in = Moon Jae In
Ban Ki-moon = Ban Ki Moon
Aung San Suu Kyi = Suu Kyi, Daw Aung San Suu Kyi
Mohandas Gandhi = Mahatma Gandhi, Mohandas K. Gandhi
Hamid Karzai = Hamed Karzai
Ashraf Ghani = Mohammad Ashraf Ghani
Pervez Musharraf = Parvez Musharraf
Nouri al-Maliki = Nuri al-Maliki, Nouri Maliki, Nuri Kamal al-Maliki
Haider al-Abadi = Haidar al-Abadi, Haider Abadi
Boutros Boutros-Ghali = Butros Butros-Ghali
Kofi Annan = Kofi A. Annan
Nicolae Ceausescu = Nicolae Ceaușescu
Slobodan Milosevic = Slobodan Milošević
Radovan Karadzic = Radovan Karadžić
Aleksandar Vucic = Aleksandar Vučić
Wojciech Jaruzelski = Wojciech W. Jaruzelski
Lech Walesa = Lech Wałęsa
"""


def fold(name: str) -> str:
    """The form in which spellings are compared: no case, diacritics, hyphens, full stops or apostrophes."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("ł", "l")
    return _SEPARATORS.sub(" ", plain).strip()


def read_spellings(text: str, path: str = "speakers.txt") -> dict[str, str]:
    """The spellings of a file: folded spelling -> name to show.

    Raises `ReadError` naming ``path:line`` for a line that is none, or a spelling given to two names.
    """
    names: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        name, equals, others = line.partition("=")
        name = _tidy(name)
        if not equals or not name or not others.strip():
            raise ReadError(f"{path}:{number}", "is not of the form NAME = OTHER SPELLING, OTHER SPELLING")
        for spelling in (name, *others.split(",")):
            key = fold(spelling)
            if key and names.setdefault(key, name) != name:
                raise ReadError(
                    f"{path}:{number}",
                    f"gives {_tidy(spelling)!r} to {name!r}, which {names[key]!r} has already",
                )
    return names


@cache
def built_in_spellings() -> Mapping[str, str]:
    """The spellings of names that the news transliterates in several ways."""
    return read_spellings(BUILT_IN, "built-in spellings")


def canonical_name(name: str, spellings: Mapping[str, str] | None = None) -> str:
    """The one name under which a speaker stands in the collection.

    ``spellings`` is what `read_spellings` gives for the user's file; it wins over the built-in list. A name that
    neither lists comes back as it is, but for curly apostrophes and odd spaces.
    """
    key = fold(name)
    if spellings and key in spellings:
        return spellings[key]
    return built_in_spellings().get(key) or _tidy(name)


@lru_cache(maxsize=50_000)
def spellings_of(name: str) -> tuple[str, ...]:
    """Return a name as it is and every spelling that the built-in list knows of it, the collection's name first."""
    canonical = canonical_name(name)
    return tuple(dict.fromkeys((canonical, _tidy(name), *_spellings_by_name().get(canonical, ()))))


@cache
def _spellings_by_name() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for spelling, name in built_in_spellings().items():
        found.setdefault(name, []).append(spelling)
    return found


def _tidy(name: str) -> str:
    return _SPACES.sub(" ", name.translate(_APOSTROPHES)).strip()
