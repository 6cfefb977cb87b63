# Written by Kiln ('./build.sh Scaffold') for go.mod. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.
FROM --platform=$BUILDPLATFORM golang:1.24 AS build
WORKDIR /src

COPY . .
ARG TARGETOS
ARG TARGETARCH
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags="-s -w" -o /out/v .

# final has certificates, time zones and a user, and neither shell nor libraries: a static program needs no more.
FROM gcr.io/distroless/static-debian12:nonroot AS final
LABEL org.opencontainers.image.title="v"
COPY --from=build /out/v /v
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/v"]
