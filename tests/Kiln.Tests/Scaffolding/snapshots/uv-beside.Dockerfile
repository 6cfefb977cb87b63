# Written by Kiln ('./build.sh Scaffold') for api/uv.lock. It is yours to edit: it is written anew only with --overwrite-files.

# build makes the environment, and has git, where some packages come from.
FROM python:3.13 AS build
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /usr/local/bin/
# Files are copied out of the cache, which is another file system, and compiled once instead of at each start.
ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PYTHON=/usr/local/bin/python UV_PYTHON_DOWNLOADS=never
# Files of an image bear one time, so what Python compiles has to know its source by a hash, or it would be compiled again at each start.
ENV SOURCE_DATE_EPOCH=315532800 PYC_INVALIDATION_MODE=checked-hash
WORKDIR /app/api

# This step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.cache/uv \
    --mount=type=bind,source=api/pyproject.toml,target=pyproject.toml \
    --mount=type=bind,source=api/uv.lock,target=uv.lock \
    uv sync --frozen --no-dev --no-install-project --no-install-package my-core
COPY core/ /app/core/
COPY api/ /app/api/
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --locked --no-dev

# final has the same Python at the same place, so the environment can be copied; pip's cache and compilers stay behind.
FROM python:3.13-slim AS final
LABEL org.opencontainers.image.title="api"
ENV PATH="/app/api/.venv/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app/api
COPY --from=build /app/api/.venv /app/api/.venv
COPY core/ /app/core/
COPY api/ /app/api/
USER 65532:65532
CMD ["python", "main.py"]
