# The engine: Rasa 3.6.21 on Python 3.10 with the trained model inside. Built from the top: see docker-compose.yml.
FROM python:3.10-slim AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir uv
WORKDIR /pedido
COPY engine/pyproject.toml engine/uv.lock engine/
# engine/lean stands in for TensorFlow, so its 1.8 GB stay out of the image.
RUN for heavy in tensorflow tensorflow-estimator tensorflow-hub tensorflow-io-gcs-filesystem tensorflow-text \
        keras jax jaxlib tensorboard tensorboard-data-server; do echo "--no-install-package $heavy"; done \
    | xargs uv sync --project engine --locked --no-dev
COPY engine engine
COPY data data
COPY deploy/endpoints.yml deploy/
COPY config.yml credentials.yml domain.yml ./
RUN engine/rasa train --out models --fixed-model-name pedido

FROM python:3.10-slim
RUN useradd --system --uid 10001 --home-dir /pedido pedido \
    && install -d -o pedido /pedido/var
WORKDIR /pedido
COPY --from=build /pedido /pedido
USER pedido
ENV MPLCONFIGDIR=/tmp/matplotlib
EXPOSE 5005
CMD ["engine/rasa", "run", "--model", "models/pedido.tar.gz", "--interface", "0.0.0.0", "--port", "5005", \
     "--endpoints", "deploy/endpoints.yml", "--credentials", "credentials.yml"]
