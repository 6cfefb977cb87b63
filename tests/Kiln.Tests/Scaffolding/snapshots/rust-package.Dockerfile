# Written by Kiln ('./build.sh Scaffold') for Cargo.toml. It is yours to edit: it is written anew only with --overwrite-files.

# build has the same Debian as the last stage, so that the program finds the libc that it was linked with.
FROM rust:1-slim-bookworm AS build
ENV CARGO_PROFILE_RELEASE_STRIP=symbols
WORKDIR /src

# Dependencies first, compiled for empty sources: these steps are done again only when a manifest changes.
COPY Cargo.toml Cargo.lock ./
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    mkdir -p src && \
    echo 'fn main() {}' > src/main.rs && \
    touch src/lib.rs && \
    cargo build --release --locked --bin hello-server

# Cargo compiles what is newer than its results, and a checkout may be older than those of the empty sources.
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    touch src/main.rs src/lib.rs && \
    cargo build --release --locked --bin hello-server

# final has libc, certificates and a user, and no shell.
FROM gcr.io/distroless/cc-debian12:nonroot AS final
LABEL org.opencontainers.image.title="hello-server"
COPY --from=build /src/target/release/hello-server /hello-server
USER 65532:65532
ENTRYPOINT ["/hello-server"]
