FROM --platform=linux/amd64 alpine
COPY --from="a stage" --chown=1:2 --link --exclude=*.md --exclude=*.txt a b
COPY --chmod=0755 -- --a --b
COPY --from=bui\
lder a b
COPY --link=maybe --from --form=x --chown=1 --chown=2 a b
ADD --checksum=sha256:00 --keep-git-dir=true --unpack=false https://example.com/a /a
USER --name=me me
RUN --network=none --security=insecure --device=name=gpu true
RUN --network=lost true
CMD - --not-a-flag
