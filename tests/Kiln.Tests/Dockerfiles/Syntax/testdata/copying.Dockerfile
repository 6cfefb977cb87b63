FROM alpine
COPY a b c/
COPY "a b" c
COPY ["a b", "c", "d\te/"]
ADD https://example.com/a.tar git@example.com:a/b.git /opt/
COPY <<one <<-"two" three /four/
first
one
	second
	two
COPY a
ADD
COPY ["a"]
COPY a <<EOF
EOF
