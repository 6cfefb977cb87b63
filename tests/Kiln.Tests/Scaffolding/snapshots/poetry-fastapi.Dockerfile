# Written by Kiln ('./build.sh Scaffold') for poetry.lock. It is yours to edit: it is written anew only with --overwrite-files.

# build makes the environment.
FROM python:3.13-slim AS build
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install poetry==1.8.3
ENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_NO_INTERACTION=1
# Files of an image bear one time, so what Python compiles has to know its source by a hash, or it would be compiled again at each start.
ENV SOURCE_DATE_EPOCH=315532800
WORKDIR /app

# This step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.cache/pypoetry \
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
    --mount=type=bind,source=poetry.lock,target=poetry.lock \
    poetry install --only main --compile --no-root
COPY . .
RUN --mount=type=cache,target=/root/.cache/pypoetry \
    poetry install --only main --compile

# final has the same Python at the same place, so the environment can be copied; pip's cache and compilers stay behind.
FROM python:3.13-slim AS final
LABEL org.opencontainers.image.title="svc"
ENV PATH="/app/.venv/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY --from=build /app/.venv /app/.venv
COPY . .
USER 65532:65532
EXPOSE 8000
CMD ["uvicorn", "svc.main:app", "--host", "0.0.0.0", "--port", "8000"]
