FROM alpine
ONBUILD RUN --mount=type=cache,target=/a \
    # why
    make
onbuild copy ["a", "b"]
ONBUILD
ONBUILD ONBUILD RUN true
ONBUILD FROM alpine
ONBUILD MAINTAINER me
ONBUILD JUMP
