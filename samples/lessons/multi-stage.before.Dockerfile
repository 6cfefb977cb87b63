FROM golang:1.24
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /server .
USER 65532:65532
ENTRYPOINT ["/server"]
