# Written by Kiln ('./build.sh Scaffold') for api/poetry.lock. It is yours to edit: it is written anew only with --overwrite-files.

# build makes the environment.
FROM python:3.13-slim AS build
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install poetry==2.1.3
ENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_NO_INTERACTION=1
# Files of an image bear one time, so what Python compiles has to know its source by a hash, or it would be compiled again at each start.
ENV SOURCE_DATE_EPOCH=315532800
WORKDIR /app/api

# This step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.cache/pypoetry \
    --mount=type=bind,source=api/pyproject.toml,target=pyproject.toml \
    --mount=type=bind,source=api/poetry.lock,target=poetry.lock \
    poetry install --only main --compile --no-root --no-directory
COPY core/ /app/core/
COPY log/ /app/log/
COPY api/ /app/api/
RUN --mount=type=cache,target=/root/.cache/pypoetry \
    poetry install --only main --compile --no-root

# final has the same Python at the same place, so the environment can be copied; pip's cache and compilers stay behind.
FROM python:3.13-slim AS final
LABEL org.opencontainers.image.title="api"
ENV PATH="/app/api/.venv/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app/api
COPY --from=build /app/api/.venv /app/api/.venv
COPY core/ /app/core/
COPY log/ /app/log/
COPY api/ /app/api/
USER 65532:65532
CMD ["python", "main.py"]
