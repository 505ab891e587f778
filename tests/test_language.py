"""The language of a text, or none."""

import pytest

from searchidx.splitting.language import detect_language

TEXTS = {
    "en": "The ferry to the island has stopped because its owner can no longer pay for fuel, officials said.",
    "fr": "Le bac vers l’île s’est arrêté parce que son patron ne peut plus payer le carburant, ont dit les élus.",
    "de": "Die Fähre zur Insel fährt nicht mehr, weil ihr Besitzer den Treibstoff nicht bezahlen kann, sagten Beamte.",
    "es": "El transbordador a la isla se ha detenido porque su dueño no puede pagar el combustible, según la alcaldía.",
    "it": "Il traghetto per l’isola si è fermato perché il proprietario non può più pagare la benzina.",
    "pt": "A balsa para a ilha parou porque o seu dono não consegue mais pagar o combustível, disseram as autoridades.",
    "nl": "De veerboot naar het eiland is gestopt omdat de eigenaar de brandstof niet meer kan betalen.",
    "sv": "Färjan till ön har stannat eftersom ägaren inte längre kan betala för bränslet, säger de som bor på ön.",
    "da": "Færgen til øen blev standset, fordi ejeren ikke længere kan betale for brændstof, siger borgmesteren.",
    "pl": "Prom na wyspę nie kursuje, ponieważ jego właściciel nie może już zapłacić za paliwo, jak podano w piątek.",
    "tr": "Adaya giden feribot durdu, çünkü sahibi artık yakıt için para ödeyemiyor ve bu çok kötü bir haber.",
    "ru": "Паром на остров остановился, потому что владелец больше не может платить за топливо, сообщили власти.",
    "uk": "Пором на острів зупинився, бо його власник більше не може платити за пальне, повідомили місцеві жителі.",
    "el": "Το πλοίο για το νησί σταμάτησε επειδή ο ιδιοκτήτης δεν μπορεί να πληρώσει τα καύσιμα.",
    "ja": "島へのフェリーは、燃料代が払えなくなったため止まった。",
    "zh": "由于船东无力支付燃料费，开往该岛的渡轮已经停航。",
    "ko": "섬으로 가는 여객선이 연료비를 내지 못해 멈췄다.",
    "ar": "توقفت العبارة إلى الجزيرة لأن مالكها لم يعد قادرا على دفع ثمن الوقود.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language):
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text", ["", "Lisbon", "Shr 11 cts vs eight cts Net 2.1 mln", "1 2 3 4 5 6 7 8 9 10 11 12", "…"]
)
def test_what_is_too_short_or_no_prose_has_none(text):
    assert detect_language(text) is None


def test_names_in_another_language_do_not_matter():
    assert (
        detect_language("The mayor of Łódź and the governor of São Paulo met in Đà Nẵng for the first time.")
        == "en"
    )
