"""English is read, other languages are named."""

from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.ingest.english import require_english

ENGLISH = [
    "Azerbaijan denied attacking Armenia.",
    "Zelenskyy met Macron in Paris.",
    "TALIBAN SEIZE KUNDUZ",
    "Al-Shabaab.",
    "San José de los Llanos: La Prensa and El País reported a clash.",
    "The minister said: “Nous ne sommes pas en guerre avec ce pays.” He did not take questions.",
    "Представитель said that the attack on the town was over, Interfax reported on Monday.",
]

# Each says, in its language, that the government has spoken about the fighting.
OTHERS = {
    "Spanish": "El gobierno dijo el lunes que los combates en la frontera han terminado.",
    "Portuguese": "O governo disse que os combates não foram longos e que as tropas são fortes.",
    "French": "Le gouvernement a dit que les combats dans la région sont terminés.",
    "German": "Die Regierung sagte, dass die Kämpfe an der Grenze nicht vorbei sind und auch "
    "der Minister wurde verletzt.",
    "Italian": "Il governo ha detto che gli scontri nella regione sono finiti con la tregua.",
    "Turkish": "Hükümet, sınırdaki çatışmalar için bir açıklama yaptı ve daha sonra olarak "
    "ateşkes kararı alındı.",
    "Polish": "Rząd mówi, że walki na granicy się skończyły, ale nie jest to pewne dla ludzi.",
    "Indonesian or Malay": "Pemerintah mengatakan bahwa pertempuran di perbatasan telah "
    "berakhir dan tidak akan terjadi lagi dengan negara itu.",
    "Swahili": "Serikali ya nchi hiyo ilisema kuwa mapigano katika mpaka wa kaskazini yameisha.",
    "Vietnamese": "Chính phủ cho biết các cuộc giao tranh đã kết thúc và không có người chết.",
    "Cyrillic": "Правительство заявило, что бои на границе закончились.",
    "Arabic": "قالت الحكومة إن القتال على الحدود انتهى",
    "Chinese": "政府表示边境战斗已经结束。",
    "Korean": "정부는 국경 전투가 끝났다고 밝혔다.",
    "Devanagari": "सरकार ने कहा कि सीमा पर लड़ाई समाप्त हो गई है।",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_let_through(text: str) -> None:
    require_english(text)


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_another_language_is_named(language: str, text: str) -> None:
    with pytest.raises(InputError) as caught:
        require_english(text)
    assert language in caught.value.reason


def test_a_long_text_in_a_language_not_listed_is_told_from_english() -> None:
    welsh = "Mae llywodraeth y wlad wedi dweud bod yr ymladd ar y ffin bellach drosodd. "
    with pytest.raises(InputError, match="other than English"):
        require_english(welsh * 5)
