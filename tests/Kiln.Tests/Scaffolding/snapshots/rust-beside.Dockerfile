# Written by Kiln ('./build.sh Scaffold') for services/api/Cargo.toml. It is yours to edit: it is written anew only with --overwrite-files.

# build has the same Debian as the last stage, so that the program finds the libc that it was linked with.
FROM rustlang/rust:nightly-bookworm AS build
WORKDIR /src/services/api

# Dependencies first, compiled for empty sources: these steps are done again only when a manifest changes.
COPY services/api/Cargo.toml services/api/Cargo.lock ./
COPY services/api/.cargo/ .cargo/
COPY services/api/vendor/ vendor/
COPY core/Cargo.toml /src/core/
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=cache,target=/usr/local/cargo/git,sharing=locked \
    mkdir -p ../../core src && \
    echo 'fn main() {}' > src/serve.rs && \
    cp src/serve.rs build.rs && \
    touch ../../core/lib.rs && \
    cargo build --release --locked --package api --bin serve

# Cargo compiles what is newer than its results, and a checkout may be older than those of the empty sources.
COPY . /src/
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=cache,target=/usr/local/cargo/git,sharing=locked \
    touch ../../core/lib.rs src/serve.rs build.rs && \
    cargo build --release --locked --package api --bin serve

# final has libc, certificates and a user, and no shell.
FROM gcr.io/distroless/cc-debian12:nonroot AS final
LABEL org.opencontainers.image.title="serve"
COPY --from=build /src/services/api/target/release/serve /serve
USER 65532:65532
ENTRYPOINT ["/serve"]
