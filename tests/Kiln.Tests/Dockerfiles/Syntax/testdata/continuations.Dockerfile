FROM alpine

RUN apk add \
    # the tools
    curl \
	git \  
# and a comment in the first column

    unzip

RUN echo an escaped escape \\
RUN echo one\
  two\
three
ENV A=b \
    C="d \
e" \
    F=g\ h
LABEL a=b \
