# Written by Kiln ('./build.sh Scaffold') for services/api/requirements.txt. It is yours to edit: it is written anew only with --overwrite-files.

# build makes the environment, and has git, where some packages come from.
FROM python:3.13 AS build
# Files of an image bear one time, so what Python compiles has to know its source by a hash, or it would be compiled again at each start.
ENV SOURCE_DATE_EPOCH=315532800
WORKDIR /app/services/api

# This step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=services/api/requirements.txt,target=requirements.txt \
    --mount=type=bind,source=base.txt,target=../../base.txt \
    python -m venv .venv && \
    sed -E '/^(-e|--editable)?[ =]*\.{1,2}(\/|\[|[[:space:]]*$)/d' requirements.txt > .fetched.txt && \
    .venv/bin/pip install --requirement .fetched.txt
# What lies in folders of the repository is installed behind the sources; all else is there by now.
COPY libs/core/ /app/libs/core/
COPY services/api/ /app/services/api/
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=base.txt,target=../../base.txt \
    .venv/bin/pip install --requirement requirements.txt

# final has the same Python at the same place, so the environment can be copied; pip's cache and compilers stay behind.
FROM python:3.13-slim AS final
LABEL org.opencontainers.image.title="api"
ENV PATH="/app/services/api/.venv/bin:$PATH" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app/services/api
COPY --from=build /app/services/api/.venv /app/services/api/.venv
COPY libs/core/ /app/libs/core/
COPY services/api/ /app/services/api/
USER 65532:65532
EXPOSE 8000
CMD ["flask", "--app", "app:app", "run", "--host", "0.0.0.0", "--port", "8000"]
