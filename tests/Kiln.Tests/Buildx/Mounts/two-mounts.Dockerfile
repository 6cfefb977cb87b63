# Made by Kiln from the Dockerfile of the image 'shop/api': carries its cache mounts from one builder to the next.
ARG STAMP_STAGE=stamp

FROM --platform=linux/amd64 golang:1.24 AS shell
USER 0:0
SHELL ["/bin/sh", "-c"]

FROM shell AS stamping
RUN --network=none --mount=type=secret,id=kiln-stamp cat /run/secrets/kiln-stamp > /stamp 2> /dev/null || true
FROM scratch AS stamp
COPY --from=stamping /stamp /stamp

FROM shell AS fresh
ARG STAMP
RUN --network=none printf %s "$STAMP" > /stamp

FROM ${STAMP_STAGE} AS given

FROM shell AS packed
RUN --network=none --mount=type=bind,from=given,source=/stamp,target=/kiln/stamp \
    --mount=type=cache,id=/root/.npm,uid=1000,mode=0700,target=/kiln/mount,sharing=locked \
    mkdir -p /packed/0; [ -s /kiln/stamp ] || exit 0; read -r number room < /kiln/stamp; \
    used=$(du -sk /packed | cut -f1); size=$(du -sk /kiln/mount | cut -f1); \
    if [ $((used + size)) -gt "$room" ]; then echo "kiln-mount shop/api 0 too-large $size"; \
    else cp -a /kiln/mount/. /packed/0/ && echo "kiln-mount shop/api 0 packed $size"; fi
RUN --network=none --mount=type=bind,from=given,source=/stamp,target=/kiln/stamp \
    --mount=type=cache,id=go-mod,target=/kiln/mount,sharing=locked \
    mkdir -p /packed/1; [ -s /kiln/stamp ] || exit 0; read -r number room < /kiln/stamp; \
    used=$(du -sk /packed | cut -f1); size=$(du -sk /kiln/mount | cut -f1); \
    if [ $((used + size)) -gt "$room" ]; then echo "kiln-mount shop/api 1 too-large $size"; \
    else cp -a /kiln/mount/. /packed/1/ && echo "kiln-mount shop/api 1 packed $size"; fi

FROM stamp AS kept
COPY --from=packed /packed /packed

FROM shell AS seeded
RUN --network=none --mount=type=bind,from=kept,source=/packed/0,target=/kiln/packed \
    --mount=type=cache,id=/root/.npm,uid=1000,mode=0700,target=/kiln/mount,sharing=locked \
    cd /kiln/mount && rm -rf .kiln && [ -z "$(ls -A)" ] && [ -n "$(ls -A /kiln/packed)" ] || exit 0; \
    mkdir .kiln && cp -a /kiln/packed/. .kiln/ && cd .kiln && \
    for entry in * .[!.]* ..?*; do if [ -e "$entry" ] || [ -L "$entry" ]; then mv "$entry" .. || exit 1; fi; done && \
    cd .. && rmdir .kiln && echo "kiln-mount shop/api 0 seeded $(du -sk . | cut -f1)"
RUN --network=none --mount=type=bind,from=kept,source=/packed/1,target=/kiln/packed \
    --mount=type=cache,id=go-mod,target=/kiln/mount,sharing=locked \
    cd /kiln/mount && rm -rf .kiln && [ -z "$(ls -A)" ] && [ -n "$(ls -A /kiln/packed)" ] || exit 0; \
    mkdir .kiln && cp -a /kiln/packed/. .kiln/ && cd .kiln && \
    for entry in * .[!.]* ..?*; do if [ -e "$entry" ] || [ -L "$entry" ]; then mv "$entry" .. || exit 1; fi; done && \
    cd .. && rmdir .kiln && echo "kiln-mount shop/api 1 seeded $(du -sk . | cut -f1)"

