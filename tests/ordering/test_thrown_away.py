"""An add-on is taken off in all the verbs that people have for it, and what is beside it stays."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.meaning import meaning
from tests.ordering.shops import hear, shop

COP, ARC, TEL = AddOnChoice("COP"), AddOnChoice("ARC"), AddOnChoice("TEL")
STANDARD = Draft(plan="BS", quantity=16, add_ons=(COP, ARC), payment="card-v")
ASKED = Draft(plan="BS", quantity=16)


def after(text: str, language: str, draft: Draft = STANDARD, intent: str = "inform") -> Draft:
    step = Step.CONFIRM if draft.payment else Step.ADD_ONS
    offered = () if draft.payment else ("ARC", "COP", "TEL")
    heard = hear(text, step, draft, intent, offered=offered, language=language)
    return decide(Message(heard, meaning(intent, 0.9, heard), text, step), draft, {}, shop()).draft


EN = (
    *(
        "bin the copilot",
        "bin off the copilot will ya",
        "axe copilot please",
        "dump copilot, they use another",
    ),
    *(
        "can you axe copilot for me",
        "kill the copilot",
        "yank the copilot off",
        "junk copilot, keep archiving",
    ),
    *("chuck the copilot, not worth it", "chuck copilot out", "toss out copilot", "rip out copilot"),
    *(
        "knock copilot off, nobody there uses it",
        "whip the copilot out",
        "give copilot the boot",
        "cut copilot",
    ),
    *("actually bin the copilot, nobody there uses it. keep archiving", "copilot can go in the bin"),
    *("copilot? bin it", "copilot's pointless for them, axe it", "copilot - chuck it"),
    *("we're keeping archiving but binning the copilot", "hang on to archiving, get shot of copilot"),
    *(
        "keep archiving, bin the other one",
        "keep archiving, lose the rest of the extras",
        "keep archiving only",
    ),
)
ES = (
    *(
        "vuélale el copilot",
        "vuela el copilot porfa",
        "túmbale el copilot",
        "tumba copilot que ya tienen otro",
    ),
    *("bórrale el copilot", "echa pa fuera el copilot", "échalo pa fuera el copilot", "bota el copilot"),
    *(
        "bota ese copilot, no lo van a usar",
        "volá el copilot",
        "bajame el copilot, che",
        "cárgate el copilot",
    ),
    *(
        "el copilot que se vaya",
        "el copilot se va, archivado se queda",
        "no quiten archivado, quiten copilot",
    ),
    *("suprímele copilot", "recorta el copilot", "desecha copilot", "táchale copilot", "fuera copilot"),
    *(
        "dele baja al copilot",
        "el copilot vuélalo, nadie lo usa",
        "deshazte del copilot",
        "arráncale el copilot",
    ),
    *("el copilot no lo usa nadie, bótalo", "el copilot está de más, túmbalo", "fuera con el copilot"),
    *(
        "conserva archivado y bota el otro",
        "deja nomás el archivado y vuela lo otro",
        "vuélaselo, el copilot",
    ),
)
PT = (
    *(
        "arranca o copilot",
        "some com o copilot",
        "risca o copilot",
        "joga fora o copilot",
        "bota fora o copilot",
    ),
    *("joga o copilot fora, lá ninguém usa", "bota o copilot pra fora", "manda embora o copilot"),
    *("o copilot pode ir embora", "desconsidera o copilot"),
    *("deleta o copilot", "passa a faca no copilot", "se livra do copilot", "abre mão do copilot"),
    *("dá um fim no copilot", "suprime o copilot", "fora copilot, fica o arquivamento", "fora com o copilot"),
    *("lá ninguém usa copilot, pode riscar", "o copilot é inútil pra eles, some com isso"),
    *("mantém o arquivamento e corta o outro", "fica só com o arquivamento", "o copilot joga fora"),
    *("fica com o arquivamento e joga fora o resto dos complementos",),
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(text, "en") for text in EN] + [(text, "es") for text in ES] + [(text, "pt") for text in PT],
)
@pytest.mark.parametrize("intent", ["inform", "remove"])
def test_what_is_thrown_away_goes_and_the_other_stays(text: str, language: str, intent: str) -> None:
    draft = after(text, language, intent=intent)
    assert (draft.quantity, draft.add_ons) == (16, (ARC,))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *((text, "en") for text in ("don't bin the copilot", "should I bin the copilot?", "keep copilot")),
        *((text, "en") for text in ("don't chuck the copilot", "do I bin the copilot?", "no keep copilot")),
        *((text, "en") for text in ("i don't want to lose copilot", "can I lose the copilot later?")),
        *((text, "en") for text in ("would it be cheaper if we bin copilot?", "bin the copilot?")),
        *((text, "es") for text in ("no vayas a quitar copilot", "no quiten copilot", "no quites nada")),
        *((text, "es") for text in ("¿se puede quitar después el copilot?",)),
        *((text, "pt") for text in ("não tira nada", "dá pra tirar o copilot depois?")),
        *((text, "es") for text in ("no tumbes el copilot", "no botes el copilot", "deja el copilot")),
        *((text, "es") for text in ("¿debo tumbar el copilot?", "¿le quito el copilot?", "al menos copilot")),
        *(
            (text, "pt")
            for text in ("não corta o copilot", "devo cortar o copilot?", "não joga fora o copilot")
        ),
        *((text, "pt") for text in ("não abre mão do copilot", "não some com o copilot", "mantém o copilot")),
        *((text, "pt") for text in ("pelo menos o copilot", "bota o copilot", "joga o copilot aí também")),
    ],
)
def test_what_is_kept_or_asked_about_stays(text: str, language: str) -> None:
    assert set(after(text, language).add_ons or ()) == {COP, ARC}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *((text, "en") for text in ("bin both add-ons", "ditch both extras", "strip out all the add-ons")),
        *((text, "es") for text in ("vuela los dos complementos", "túmbale todos los complementos")),
        *((text, "pt") for text in ("corta os dois complementos", "arranca os adicionais todos")),
    ],
)
@pytest.mark.parametrize("intent", ["inform", "remove", "ask_add_ons"])
def test_all_of_them_go(text: str, language: str, intent: str) -> None:
    assert after(text, language, intent=intent).add_ons == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("stick teams phone on", "en"),
        ("chuck in teams phone as well", "en"),
        ("tack teams phone on", "en"),
        ("encájale teams phone", "es"),
        ("échale teams phone", "es"),
        ("enfia teams phone aí", "pt"),
        ("taca teams phone aí", "pt"),
    ],
)
def test_one_is_put_on(text: str, language: str) -> None:
    assert set(after(text, language).add_ons or ()) == {COP, ARC, TEL}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("bin copilot and stick teams phone on instead", "en"),
        ("ditch copilot, chuck in teams phone", "en"),
        ("switch copilot out for teams phone", "en"),
        ("vuela el copilot y échale teams phone", "es"),
        ("cámbiale el copilot por teams phone", "es"),
        ("arranca o copilot e enfia teams phone", "pt"),
        ("no lugar do copilot bota teams phone", "pt"),
    ],
)
def test_one_goes_and_another_comes(text: str, language: str) -> None:
    assert set(after(text, language).add_ons or ()) == {ARC, TEL}


@pytest.mark.parametrize(
    ("text", "language", "quantity"),
    [
        ("trim it to 14", "en", 14),
        ("shave off 3", "en", 13),
        ("knock off 2 licenses", "en", 14),
        ("knock it down to 10", "en", 10),
        ("take it up to 25", "en", 25),
        ("bring it down to 11", "en", 11),
        ("vuélale 2 licencias", "es", 14),
        ("recórtalo a 12", "es", 12),
        ("corta pra 12", "pt", 12),
        ("lose 2 licenses", "en", 14),
        ("crank it up to 22", "en", 22),
        ("up it to 20", "en", 20),
        ("they might lose 2 people", "en", 16),
        ("the price went up to 25", "en", 16),
    ],
)
def test_licences_are_moved(text: str, language: str, quantity: int) -> None:
    draft = after(text, language)
    assert (draft.quantity, set(draft.add_ons or ())) == (quantity, {COP, ARC})


@pytest.mark.parametrize(
    ("text", "language"),
    [("cut copilot to 8", "en"), ("recorta el copilot a 8", "es"), ("corta o copilot pra 8", "pt")],
)
def test_a_part_of_one_is_cut(text: str, language: str) -> None:
    assert AddOnChoice("COP", 8) in (after(text, language).add_ons or ())


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("bin them all", "en", ()),
        ("bin the extras, they're skint", "en", ()),
        ("vuela todo eso", "es", ()),
        ("bótalos todos", "es", ()),
        ("corta tudo isso", "pt", ()),
        ("joga fora tudo", "pt", ()),
        ("excluding copilot", "en", ()),
        ("excluyendo copilot", "es", ()),
        ("excluindo o copilot", "pt", ()),
        ("menos copilot", "es", ()),
        ("nobody there needs copilot, chuck in archiving", "en", ("ARC",)),
        ("ahí nadie usa copilot, métele archivado", "es", ("ARC",)),
        ("lá ninguém usa copilot, bota arquivamento", "pt", ("ARC",)),
        ("only archiving, chuck the others", "en", ("ARC",)),
        ("archivado, lo demás bótalo", "es", ("ARC",)),
        ("solo archivado, tira los otros", "es", ("ARC",)),
        ("só o arquivamento, joga fora os outros", "pt", ("ARC",)),
        ("the lot minus copilot", "en", ("ARC", "TEL")),
        ("la banda completa menos copilot", "es", ("ARC", "TEL")),
        ("o pacote todo menos o copilot", "pt", ("ARC", "TEL")),
        ("copilot isn't needed, the other 2 are", "en", ("ARC", "TEL")),
    ],
)
def test_where_they_are_offered(text: str, language: str, wanted: tuple[str, ...]) -> None:
    draft = after(text, language, ASKED)
    assert draft.add_ons is not None
    assert {each.mpn for each in draft.add_ons} == set(wanted)


@pytest.mark.parametrize(("text", "language"), [("scrap it all", "en"), ("vuela el pedido", "es")])
def test_the_order_itself_is_no_add_on(text: str, language: str) -> None:
    assert set(after(text, language).add_ons or ()) == {COP, ARC}


@pytest.mark.parametrize("text", ["el copilot que se vaya", "dele baja al copilot"])
def test_what_is_to_go_is_no_yes(text: str) -> None:
    heard = hear(text, Step.CONFIRM, STANDARD, language="es")
    assert not decide(Message(heard, "inform", text, Step.CONFIRM), STANDARD, {}, shop()).confirmed


def test_the_number_of_add_ons_counts_no_licences() -> None:
    one = Draft(plan="BS", quantity=16, add_ons=(COP,), payment="card-v")
    draft = after("vuela los 2 complementos", "es", one)
    assert (draft.quantity, draft.add_ons) == (16, ())
