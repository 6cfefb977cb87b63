# Written by Kiln ('./build.sh Scaffold') for go.mod. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
WORKDIR /src

# Modules first: this step is done again only when one of these files changes.
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=bind,source=go.mod,target=go.mod \
    --mount=type=bind,source=go.sum,target=go.sum \
    go mod download

COPY . .
ARG TARGETOS
ARG TARGETARCH
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/worker ./cmd/worker

# final has certificates, time zones and a user, and neither shell nor libraries: a static program needs no more.
FROM gcr.io/distroless/static-debian12:nonroot AS final
LABEL org.opencontainers.image.title="worker"
COPY --from=build /out/worker /worker
USER 65532:65532
EXPOSE 9090
ENTRYPOINT ["/worker"]
