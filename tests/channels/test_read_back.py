"""What the desk reads aloud, in the language of the reseller: numbers as they are spoken."""

import pytest

from bot.channels.read_back import read_back, spoken_money

ORDER = {
    "plan": {"mpn": "M365-BP"},
    "domain": "padaria-sul.com.br",
    "lines": [
        {"mpn": "M365-BP", "name": "Business Premium", "quantity": 21, "term": "year"},
        {"mpn": "DOM-COM-BR", "name": "padaria-sul.com.br", "quantity": 1, "term": "year"},
        {"mpn": "M365-AUD", "name": "Audio Conferencing", "quantity": 2, "term": "month"},
    ],
    "customer": {"name": "Padaria do Bairro"},
    "payment": {"brand": "Visa", "last4": "1110"},
    "total": {"amount": "7661.21", "currency": "USD"},
}


def test_a_whole_order_in_portuguese() -> None:
    assert read_back(ORDER, "pt") == (
        "Vou ler o pedido. "
        "Business Premium: quantidade, vinte e um; por um ano; "
        "com o domínio padaria hífen sul ponto com ponto br. "
        "O domínio padaria hífen sul ponto com ponto br, por um ano. "
        "Audio Conferencing: quantidade, dois; mês a mês. "
        "É para Padaria do Bairro. "
        "O pagamento é com o Visa que termina em um, um, um, zero. "
        "O total, com impostos, é de "
        "sete mil, seiscentos e sessenta e um dólares americanos e vinte e um centavos. "
        "Você confirma?"
    )


@pytest.mark.parametrize(
    ("language", "amount", "spoken"),
    [
        ("pt", "1.01", "um dólar americano e um centavo"),
        ("pt", "1001.00", "mil e um dólares americanos"),
        ("pt", "2000000.00", "dois milhões de dólares americanos"),
        ("es", "21.01", "veintiún dólares estadounidenses con un centavo"),
        ("es", "31000.50", "treinta y un mil dólares estadounidenses con cincuenta centavos"),
        ("es", "1000000.00", "un millón de dólares estadounidenses"),
        ("en", "1.01", "one US dollar and one cent"),
        ("en", "100.20", "one hundred US dollars and twenty cents"),
    ],
)
def test_money(language: str, amount: str, spoken: str) -> None:
    assert spoken_money({"amount": amount, "currency": "USD"}, language) == spoken
