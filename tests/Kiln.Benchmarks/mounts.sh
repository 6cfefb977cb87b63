#!/usr/bin/env bash
# Measures what it is worth to keep cache mounts: samples/go-server after a change of go.mod, on a builder that was emptied before
# each run, with the mounts out of the cache and without them. Everything runs in a clone of HEAD on an engine of its own.
# Prints Markdown for docs/performance.md.
# Usage: tests/Kiln.Benchmarks/mounts.sh [rounds, 3 unless said]
# Exit code 1: keeping the mounts saved no time (medians).

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/measuring.sh"

Rounds=${1:-3}
declare -A Times Compiling
Run=0

kiln() { ./build.sh DockerBuild --registry-port "$Port" "$@"; }

build() { kiln --rebuild --load-images false --cache-place Registry --keep-mounts "$1"; }

# The longest step of all, in milliseconds: where it ran, 'go build'.
compiling() {
    awk -F '"' '/"secondsSpent":/ { gsub(/[^0-9.]/, "", $3); printf "%d", $3 * 1000 }' artifacts/images/go-server.receipt.json
}

measure() {
    local keep=$1
    Run=$((Run + 1))
    git checkout --quiet -B "change-$Run" "$Start" # reads the default branch's cache and leaves it as it is
    printf '\n// change %s\n' "$Run" >>samples/go-server/go.mod
    empty_builder
    Times[$keep]+=" $(milliseconds build "$keep")"
    Compiling[$keep]+=" $(compiling)"
    git checkout --quiet -- samples
}

row() {
    printf '| %s | %s s | %s s |\n' "$1" "$(seconds "$(median ${Times[$2]})")" "$(seconds "$(median ${Compiling[$2]})")"
}

make_clone
Start=$(git rev-parse HEAD)
git remote set-head origin --delete
git update-ref refs/remotes/origin/main "$Start"
git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
git checkout --quiet -B main "$Start"
empty_builder
quietly build true
for ((round = 0; round < Rounds; round++)); do
    measure false
    measure true
done

setup
printf '\n| %s rounds, median | whole command | in steps |\n|---|---|---|\n' "$Rounds"
row 'mounts lost' false
row 'mounts kept' true

(($(median ${Times[true]}) < $(median ${Times[false]})))
