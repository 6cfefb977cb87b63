FROM debian:trixie-slim
RUN apt-get update && apt-get install -y jq
USER 65532:65532
CMD ["jq", "--version"]
