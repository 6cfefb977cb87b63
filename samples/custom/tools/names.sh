#!/bin/sh
# A scanner: refuses images whose layout holds a file that is called like a key. $1: the layout, $2: where findings go.
if grep -aqs 'id_rsa' "$1"/blobs/sha256/*; then
    printf '[{ "id": "NAMES-1", "class": "secret", "severity": "critical", "title": "A file is called like a private key" }]' >"$2"
else
    printf '[]' >"$2"
fi
