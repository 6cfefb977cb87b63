# Written by Kiln ('./build.sh Scaffold') for requirements.txt. It is yours to edit: it is written anew only with --overwrite-files.

# build makes the environment.
FROM python:3.12-slim AS build
# Files of an image bear one time, so what Python compiles has to know its source by a hash, or it would be compiled again at each start.
ENV SOURCE_DATE_EPOCH=315532800
WORKDIR /app

# This step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=requirements.txt \
    --mount=type=bind,source=base.txt,target=base.txt \
    python -m venv .venv && \
    .venv/bin/pip install --requirement requirements.txt

# final has the same Python at the same place, so the environment can be copied; pip's cache and compilers stay behind.
FROM python:3.12-slim AS final
LABEL org.opencontainers.image.title="pip-fastapi"
ENV PATH="/app/.venv/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY --from=build /app/.venv /app/.venv
COPY . .
USER 65532:65532
EXPOSE 8000
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]
