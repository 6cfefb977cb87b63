FROM alpine
RUN --mount=target=/src make
RUN --mount=type=cache,id=a,target=/cache,sharing=locked,uid=1 \
    --mount=type=bind,from=tools,source=/a,dst=/b,rw \
    --mount=type=secret,id=key,env=KEY,required \
    --mount=type=ssh,required=false \
    --mount=type=tmpfs,target=/tmp,size=1g make
RUN --mount='type=bind,"source=a,b ""c""",target=/x',ro=false make
RUN --mount=type=cach,target=/a make
RUN --mount=type=cache,targt=/a,sharing=mine make
RUN --mount=type=bind,from=$STAGE,target,size=1 make
RUN --mount=type=secret make
RUN --mount=type=secret,id=a,source=b,from=c make
RUN --mount=type=$TYPE,target=/a make
RUN --mount=type="a make
