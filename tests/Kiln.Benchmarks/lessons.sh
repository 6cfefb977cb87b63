#!/usr/bin/env bash
# Measures what the lessons of the guides are worth (samples/lessons), before and after: size, seconds to build again after a line of the sources changed, and
# what Lint finds; and the languages (samples/languages) in a single stage and as Scaffold wrote them. Prints Markdown for docs/performance.md.
# Usage: tests/Kiln.Benchmarks/lessons.sh [rounds, 3 unless said] [lessons | languages; both unless said]
# Exit code 1: the Go image is not 97 % smaller than its single stage.

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/measuring.sh"

Rounds=${1:-3}
Parts=${2:-lessons languages}
Lessons="multi-stage base-image layer-order dockerignore non-root pinned latest"
declare -A Times

# The clone finds its own engine, and knows of it that steps share its network.
sample() { DOCKER_HOST=unix:///nonexistent/docker.sock ./build.sh DockerBuild --sample "$1" --registry-port "$Port" "${@:2}"; }
rebuild() { sample Lessons --only-images "lesson-$1"; }

# The first number of that name in a receipt: the image's own.
number() { grep -o "\"$2\": [0-9]*" "artifacts/images/$1.receipt.json" | head -n 1 | grep -o '[0-9]*$'; }
single() { grep -A 3 '"singleStage"' "artifacts/images/$1.receipt.json" | grep -o '"unpackedSize": [0-9]*' | grep -o '[0-9]*$'; }
megabytes() { printf '%d.%d' $(($1 / 1000000)) $(($1 / 100000 % 10)); }

findings() {
    sed -n "/\"path\": \"samples\/lessons\/$1.Dockerfile\"/,/\"path\"/p" artifacts/reports/lint/lint.json | grep -o '"rule": "KLN[0-9]*"' | grep -o 'KLN[0-9]*' | sort -u | paste -sd' '
}

source_of() { case $1 in layer-order | dockerignore) echo node/src/server.ts ;; non-root) echo python/main.py ;; *) echo go/main.go ;; esac; }

# A line that changes the program's text, in each language's own form of a comment.
change() {
    case $1 in *.py) echo "# $RANDOM$RANDOM" ;; *) echo "// $RANDOM$RANDOM" ;; esac >>"samples/languages/$1"
}

measures() { [[ " $Parts " == *" $1 "* ]]; }

measure_lessons() {
    # What lies in any checkout that somebody works in, and what a .dockerignore leaves out.
    mkdir -p samples/languages/node/node_modules/.cache
    head -c 40000000 /dev/urandom >samples/languages/node/node_modules/.cache/bundle
    quietly sample Lessons
    for ((round = 0; round < Rounds; round++)); do
        # Another file in what only weak ignore files send.
        head -c 1000 /dev/urandom >samples/languages/node/node_modules/.cache/stamp
        for lesson in $Lessons; do
            for side in before after; do
                change "$(source_of "$lesson")"
                Times[$lesson-$side]+=" $(milliseconds rebuild "$lesson-$side")"
            done
        done
    done

    quietly ./build.sh Lint --sample Lessons
    printf '\n| lesson | size before | after | built again, before | after | findings before | after |\n|---|---|---|---|---|---|---|\n'
    for lesson in $Lessons; do
        printf '| %s | %s MB | %s MB | %s s | %s s | %s | %s |\n' "$lesson" \
            "$(megabytes "$(number "lesson-$lesson-before" unpackedSize)")" "$(megabytes "$(number "lesson-$lesson-after" unpackedSize)")" \
            "$(seconds "$(median ${Times[$lesson-before]})")" "$(seconds "$(median ${Times[$lesson-after]})")" \
            "$(findings "$lesson.before")" "$(findings "$lesson.after" | grep . || echo none)"
    done
}

measure_languages() {
    quietly sample Languages
    printf '\n| language | single stage | as scaffolded | smaller by | to pull |\n|---|---|---|---|---|\n'
    for language in go node site python java rust dotnet dotnet-trimmed; do
        Single=$(single "language-$language") Final=$(number "language-$language" unpackedSize)
        Saved=$((1000 - Final * 1000 / Single))
        printf '| %s | %s MB | %s MB | %d.%d %% | %s MB |\n' "$language" "$(megabytes "$Single")" "$(megabytes "$Final")" $((Saved / 10)) $((Saved % 10)) \
            "$(megabytes "$(number "language-$language" compressedSize)")"
    done

    (($(number language-go unpackedSize) * 100 <= $(single language-go) * 3))
}

make_clone
setup
if measures lessons; then measure_lessons; fi
if measures languages; then measure_languages; fi
