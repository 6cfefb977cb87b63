FROM debian
COPY main.go /
USER 65532:65532
CMD ["cat", "/main.go"]
