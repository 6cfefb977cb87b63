FROM alpine
RUN <<EOF
# no comment \
echo $HOME
EOF
RUN 3<<-'END' cat /proc/self/fd/3 \
    && true
	tabs stay
	END
RUN cat <<< word && echo "<<no" '<<no' \<<no a<<no
RUN <<  apart sh
apart
RUN ["cat", "<<EOF"]
ONBUILD COPY <<a.txt /a.txt
text
a.txt
CMD <<EOF
RUN echo it's <<EOF
RUN <<one <<two
one
never ended
