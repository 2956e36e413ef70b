"""A domain that waits for something: "ahorita no, cuando el notario les dé el acta"."""

import pytest

from bot.ordering.draft import Draft, Step
from tests.ordering.domain_shop import heard
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    "text",
    [
        "not right now, when the lawyer gives them the paperwork",
        "not now, once the notary has signed they'll pick a name",
        "not at the moment, when the company's papers come through",
        "not today, hosting only",
        "no, not until the accountant gives the ok",
        "no, when they have opened the shop",
        "let's do that on another occasion",
        "ahorita no, cuando el notario les dé el acta",
        "ahorita no, ya que tengan la razón social",
        "todavía no, cuando firmen los papeles con el abogado",
        "por el momento no, hasta que el contador les diga",
        "no, hasta que les entreguen el acta constitutiva",
        "hoy no, puro hosting",
        "ahora no, en cuanto registren la marca",
        "agora não, quando o tabelião entregar a ata",
        "ainda não, quando assinarem os papéis com o advogado",
        "no momento não, quando registrarem a marca",
        "não, só depois que sair o CNPJ",
        "hoje não, só hospedagem",
        "por enquanto não, até o contador liberar",
    ],
)
def test_a_no_for_today_or_one_that_waits_for_something_is_a_later(text):
    assert heard(text, step=Step.DOMAIN).none
    assert not heard(text, step=Step.TERM).none


@pytest.mark.parametrize(
    "text",
    [
        "not now?",
        "no, register a new one when you can",
        "ahorita no, ya tienen uno",
        "now I need a new one",
        "não, quero um novo",
        "when the notary gives them the papers",
    ],
)
def test_any_other_no_is_none(text):
    assert not heard(text, step=Step.DOMAIN).none


@pytest.mark.parametrize(
    "text",
    [
        "we'll do the domain another day, today's just google workspace",
        "lo del dominio otro día, hoy solo es el google workspace",
        "o domínio a gente vê outro dia, hoje é só o google workspace",
    ],
)
def test_what_the_order_is_of_is_no_other_plan_beside_it(text):
    found = hear(text, Step.DOMAIN, Draft(plan="GST", quantity=3))
    assert (found.domains.none, found.plans) == (True, ())


def test_another_plan_beside_it_is():
    found = hear(
        "the domain later, and make it the business standard", Step.DOMAIN, Draft(plan="GST", quantity=3)
    )
    assert (found.domains.none, found.plans) == (True, ("GSD",))
