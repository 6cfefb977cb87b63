FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends jq=1.7.* \
 && rm -rf /var/lib/apt/lists/*
USER 65532:65532
CMD ["jq", "--version"]
