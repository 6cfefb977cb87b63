# Written by Kiln ('./build.sh Scaffold') for crates/worker/Cargo.toml. It is yours to edit: it is written anew only with --overwrite-files.

# build has the same Debian as the last stage, so that the program finds the libc that it was linked with.
FROM rust:1.85.0-slim-bookworm AS build
ENV CARGO_PROFILE_RELEASE_STRIP=symbols
WORKDIR /src

# Dependencies first, compiled for empty sources: these steps are done again only when a manifest changes.
COPY Cargo.toml Cargo.lock ./
COPY crates/api/Cargo.toml crates/api/
COPY crates/core/Cargo.toml crates/core/
COPY crates/worker/Cargo.toml crates/worker/
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    mkdir -p crates/api/src crates/api/benches crates/core/src crates/worker/src/bin && \
    echo 'fn main() {}' > crates/api/src/main.rs && \
    cp crates/api/src/main.rs crates/api/benches/speed.rs && \
    cp crates/api/src/main.rs crates/worker/src/bin/worker.rs && \
    cp crates/api/src/main.rs crates/worker/src/bin/tool.rs && \
    touch crates/core/src/lib.rs && \
    cargo build --release --locked --package worker --bin worker

# Cargo compiles what is newer than its results, and a checkout may be older than those of the empty sources.
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    touch \
      crates/api/src/main.rs \
      crates/api/benches/speed.rs \
      crates/core/src/lib.rs \
      crates/worker/src/bin/worker.rs \
      crates/worker/src/bin/tool.rs && \
    cargo build --release --locked --package worker --bin worker

# final has libc, certificates and a user, and no shell.
FROM gcr.io/distroless/cc-debian12:nonroot AS final
LABEL org.opencontainers.image.title="worker"
COPY --from=build /src/target/release/worker /worker
USER 65532:65532
ENTRYPOINT ["/worker"]
