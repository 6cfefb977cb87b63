# Written by Kiln ('./build.sh Scaffold') for services/worker/pyproject.toml. It is yours to edit: it is written anew only with --overwrite-files.

# build makes the environment.
FROM python:3.13-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /usr/local/bin/
# Files are copied out of the cache, which is another file system, and compiled once instead of at each start.
ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PYTHON=/usr/local/bin/python UV_PYTHON_DOWNLOADS=never
# Files of an image bear one time, so what Python compiles has to know its source by a hash, or it would be compiled again at each start.
ENV SOURCE_DATE_EPOCH=315532800 PYC_INVALIDATION_MODE=checked-hash
WORKDIR /app

# This step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.cache/uv \
    --mount=type=bind,source=uv.lock,target=uv.lock \
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
    --mount=type=bind,source=packages/core/pyproject.toml,target=packages/core/pyproject.toml \
    --mount=type=bind,source=packages/log/pyproject.toml,target=packages/log/pyproject.toml \
    --mount=type=bind,source=packages/unused/pyproject.toml,target=packages/unused/pyproject.toml \
    --mount=type=bind,source=services/api/pyproject.toml,target=services/api/pyproject.toml \
    --mount=type=bind,source=services/worker/pyproject.toml,target=services/worker/pyproject.toml \
    uv sync --frozen --no-dev --no-install-workspace --package shop-worker
COPY . .
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --locked --no-dev --package shop-worker

# final has the same Python at the same place, so the environment can be copied; pip's cache and compilers stay behind.
FROM python:3.13-slim AS final
LABEL org.opencontainers.image.title="worker"
ENV PATH="/app/.venv/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app/services/worker
COPY --from=build /app/.venv /app/.venv
COPY packages/log/ /app/packages/log/
COPY packages/core/ /app/packages/core/
COPY services/worker/ /app/services/worker/
USER 65532:65532
CMD ["work"]
