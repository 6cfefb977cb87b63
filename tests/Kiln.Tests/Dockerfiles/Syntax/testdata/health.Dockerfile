FROM alpine
HEALTHCHECK --interval=30s --timeout=1m30s --start-period=500ms --start-interval=.5s --retries=3 CMD curl localhost
HEALTHCHECK CMD ["curl", "localhost"]
HEALTHCHECK none
HEALTHCHECK NONE too much
HEALTHCHECK
HEALTHCHECK CMD
HEALTHCHECK curl localhost
HEALTHCHECK --interval=30 --retries=-1 CMD true
