# Everything but the engine: one image, and the command says which process it is. Built from the top: see docker-compose.yml.
FROM python:3.11-slim AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir uv
WORKDIR /pedido
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev
COPY alembic.ini ./
COPY bot bot
RUN .venv/bin/python -m compileall -q bot

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /pedido pedido \
    && install -d -o pedido /pedido/var
WORKDIR /pedido
COPY --from=build /pedido /pedido
USER pedido
ENV PATH=/pedido/.venv/bin:$PATH PYTHONUNBUFFERED=1
EXPOSE 8080
CMD ["python", "-m", "bot.channels"]
