FROM alpine
ENV A=1 B="two words" C='it\' D=e\ f G=$A/x H=
ENV old form  with "all" of it
LABEL "com.example.key"="a value" version=1.0
LABEL description This text
ENV
ENV ALONE
ENV A=b c D=e
ENV =x
