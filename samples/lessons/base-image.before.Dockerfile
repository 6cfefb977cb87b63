FROM golang:1.24 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build --mount=type=cache,target=/go/pkg/mod \
    CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /server .

FROM debian:trixie-slim
COPY --from=build /server /server
USER 65532:65532
ENTRYPOINT ["/server"]
