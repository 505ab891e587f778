"""Bytes to text: marks, UTF-8 with strays, and the encodings of old computers."""

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.reading.decoding import UndecodableError, decode

ENGLISH = "“We have stopped,” the captain said — it’s the café’s fault. Fuel is £1.80, not €2… "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_mark(encoding):
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf16_that_lost_its_mark_is_read(order):
    assert decode(ENGLISH.encode(f"utf-16-{order}")) == ENGLISH


def test_a_stray_byte_in_utf8_is_read_as_windows_1252():
    raw = ("Київ і Харків, café, naïve, “quoted”. " * 20).encode() + b"The price is \x80\x35 \x96 cheap. \x81"
    assert decode(raw).endswith("The price is €5 – cheap. \ufffd")
    assert decode(b"\xef\xbb\xbfcaf\xe9 \x93one\x94") == "café “one”"


WESTERN = [
    ENGLISH,
    "The café was closed on Friday, police said.",
    "It is 30° warmer — ‘unheard of’, said José Muñoz of São Paulo and Zoë Ångström of Malmö.",
    "L’été a été très chaud à Besançon, a déclaré le préfet ; « c’est terminé ».",
    "Die Straße nach Fürth ist gesperrt, die Bürger müssen über Zürich fahren.",
    "El señor Ibáñez llegó ayer. ¿Qué pasará mañana?",
    "A situação em São Paulo não é boa, disse o presidente da câmara.",
    "La città è più grande di ciò che si può immaginare, perché così è.",
    "Statsministern sade igår att förhandlingarna fortsätter på lördag i Malmö.",
    "Statsministeren sagde i går, at forhandlingerne på Færøerne fortsætter på lørdag.",
    "Forsætisráðherra sagði í gær að viðræður héldu áfram í Reykjavík á laugardag.",
]


@pytest.mark.parametrize("text", WESTERN, ids=lambda text: text[:12])
@pytest.mark.parametrize("times", [1, 40])
def test_western_text_is_read_however_short(text, times):
    assert decode((text * times).encode("cp1252")) == text * times


OTHERS = [
    ("cp1250", "Wczoraj w Łodzi odbyło się spotkanie ministrów. Źródła mówią, że rząd chce zmian."),
    ("iso8859-2", "Wczoraj w Łodzi odbyło się spotkanie ministrów. Źródła mówią, że rząd chce zmian."),
    ("cp1250", "Vláda včera schválila rozpočet na příští rok. Žádné změny nebudou, řekl ministr Dvořák."),
    ("iso8859-2", "Vláda včera schválila rozpočet na příští rok. Žádné změny nebudou, řekl ministr Dvořák."),
    ("cp1250", "A kormány tegnap elfogadta a költségvetést. Győrben tüntetők gyűltek össze."),
    ("cp1250", "Predsjednik je jučer izjavio da će pregovori biti nastavljeni u Čakovcu, a šteta je velika."),
    ("cp1250", "Preşedintele a declarat ieri că negocierile vor continua la Iaşi sâmbătă."),
    (
        "cp1254",
        "Başbakan dün Ankara'da yaptığı açıklamada görüşmelerin süreceğini söyledi. İstanbul güneşli.",
    ),
    ("cp1257", "Vyriausybė vakar patvirtino kitų metų biudžetą, sakė ministrė Šiauliuose."),
    ("cp1251", "Президент заявил вчера, что переговоры продолжатся. Москва ожидает ответа."),
    ("koi8-r", "Президент заявил вчера, что переговоры продолжатся. Москва ожидает ответа."),
    ("cp866", "Президент заявил вчера, что переговоры продолжатся. Москва ожидает ответа."),
    ("cp1251", "Президент заявив учора, що переговори триватимуть. Київ очікує відповіді."),
    ("cp1253", "Ο πρωθυπουργός δήλωσε χθες ότι οι διαπραγματεύσεις θα συνεχιστούν στην Αθήνα."),
    ("cp1255", "ראש הממשלה אמר אתמול כי המשא ומתן יימשך בירושלים."),
    ("cp1256", "قال الرئيس أمس إن المفاوضات ستستمر في القاهرة."),
    ("shift_jis", "東京の首相は昨日、記者会見で新しい政策を発表した。経済は回復している。"),
    ("euc_jp", "東京の首相は昨日、記者会見で新しい政策を発表した。経済は回復している。"),
    ("gb18030", "中国外交部发言人昨日表示，双方将继续谈判。北京希望和平解决问题。"),
    ("big5", "台北市長昨日表示，市政府將推動新的交通政策，希望改善市民生活。"),
    ("euc_kr", "서울 시장은 어제 기자회견에서 새로운 정책을 발표했다. 경제가 회복되고 있다."),
    ("mac_roman", "The café was “closed” on Friday — it’s over."),
    ("cp850", "El niño de España dijo que la situación está difícil mañana."),
]


@pytest.mark.parametrize(("encoding", "text"), OTHERS, ids=[f"{code}-{text[:10]}" for code, text in OTHERS])
def test_other_encodings_are_recognised(encoding, text):
    text = f"{text} " * 4
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"%PDF-1.7 rest", "is a PDF document, not text"),
        (b"\x89PNG\r\n", "is an image, not text"),
        (b"\x1f\x8b\x08", "is a compressed file, not text"),
        (b"{\\rtf1 text}", "is an RTF document, not text"),
        (b"\0" * 1000, "is a binary file, not text"),
        (random.Random(5).randbytes(3000), "is a binary file, not text"),
        (b"\xff\xfe" + random.Random(6).randbytes(3000), "is a binary file, not text"),
        (zlib.compress(ENGLISH.encode() * 9 + random.Random(7).randbytes(900)), "is a binary file, not text"),
        (b"\x80\x81\x8d\x8f\x90\x9d\xff\xfe" * 90, "is a binary file, not text"),
        (bytes(range(32)) * 10 + b"text" * 20, "is a binary file, not text"),
    ],
)
def test_what_is_no_text_says_what_it_is(raw, message):
    with pytest.raises(UndecodableError) as caught:
        decode(raw)
    assert str(caught.value) == message


def test_a_few_control_characters_make_no_text_binary():
    assert decode(b"\x02BC-FLOOD\x03 " + b"The river has risen again. " * 10).startswith("\x02BC-FLOOD\x03")


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(raw):
    try:
        decode(raw).encode("utf-8", "surrogatepass")
    except UndecodableError as refused:
        assert str(refused).startswith("is ")


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1))
def test_utf8_is_always_read_as_it_is(text):
    assert decode(text.encode("utf-8")) == text.removeprefix("\ufeff")


def test_megabytes_in_an_old_encoding_take_no_longer_to_recognise():
    text = "The café was closed. " * 200_000
    assert decode(text.encode("latin-1")) == text
