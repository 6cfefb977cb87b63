ARG VERSION=1.2 NAME QUOTED="a b" EMPTY=
FROM alpine:${VERSION} AS Base
FROM base as final
FROM scratch
FROM
FROM a b
FROM a AS
FROM a AS 1st
FROM a AS b c
ARG
ARG =x
