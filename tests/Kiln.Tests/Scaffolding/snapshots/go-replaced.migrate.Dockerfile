# Written by Kiln ('./build.sh Scaffold') for api/go.mod. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.
FROM --platform=$BUILDPLATFORM golang:1.23 AS build
WORKDIR /src/api

# Modules first: this step is done again only when one of these files changes.
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=bind,source=api/go.mod,target=/src/api/go.mod \
    --mount=type=bind,source=api/go.sum,target=/src/api/go.sum \
    --mount=type=bind,source=lib/go.mod,target=/src/lib/go.mod \
    go mod download

COPY . /src/
ARG TARGETOS
ARG TARGETARCH
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/migrate ./cmd/migrate

# final has certificates, time zones and a user, and neither shell nor libraries: a static program needs no more.
FROM gcr.io/distroless/static-debian12:nonroot AS final
LABEL org.opencontainers.image.title="migrate"
COPY --from=build /out/migrate /migrate
USER 65532:65532
ENTRYPOINT ["/migrate"]
