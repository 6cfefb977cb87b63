#!/usr/bin/env bash
# Measures pushing 500 MB that compress by nothing to a registry on this machine: './build.sh Push' beside 'docker push', each to a
# registry that is empty, and then once more where nothing changed. Everything runs in a clone of HEAD on an engine of its own.
# Prints Markdown for docs/performance.md.
# Usage: tests/Kiln.Benchmarks/push.sh [rounds, 3 unless said]
# Exit code 1: a new image took longer than with docker, or an unchanged one longer than 1 s beside the start of the build (medians).

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/measuring.sh"

Rounds=${1:-3}
declare -A Times

start_registry() {
    rm -rf "$Folder/registry"
    mkdir -p "$Folder/registry"
    cat >"$Folder/registry.yml" <<CONFIG
version: 0.1
storage: { filesystem: { rootdirectory: $Folder/registry } }
http: { addr: 127.0.0.1:$Target }
CONFIG
    "$KILN_CACHE/engine-tools/usr/bin/docker-registry" serve "$Folder/registry.yml" >"$Folder/registry.log" 2>&1 &
    Registry=$!
    until (exec 3<>"/dev/tcp/127.0.0.1/$Target") 2>/dev/null; do sleep 0.1; done
}

stop_registry() {
    kill "$Registry"
    wait "$Registry" || true
}

push_with_kiln() { ./build.sh Push --skip --registry-port "$Target"; }
push_with_docker() { docker push "127.0.0.1:$Target/go-server:large"; }
# What any build costs before its first target.
start_only() { ./build.sh --help; }

measure() { Times[$1]+=" $(milliseconds "$2")"; }

row() { printf '| %s | %s | %s | %s |\n' "$1" "$(seconds "$(median ${Times[$2]})")" "$(seconds "$(lowest ${Times[$2]})")" "$(seconds "$(highest ${Times[$2]})")"; }

make_clone
Target=$(free_port)
mkdir samples/go-server/large
for number in 1 2 3 4 5; do
    head --bytes 100000000 /dev/urandom >"samples/go-server/large/$number"
    printf 'COPY large/%s /large/%s\n' "$number" "$number" >>samples/go-server/Dockerfile
done
quietly ./build.sh DockerBuild --load-images true --registry-port "$Port"
quietly docker tag "go-server:$(git rev-parse HEAD | cut -c 1-12)-dirty" "127.0.0.1:$Target/go-server:large"
quietly start_only
for ((round = 0; round < Rounds; round++)); do
    start_registry
    measure kiln push_with_kiln
    measure again push_with_kiln
    stop_registry
    start_registry
    measure docker push_with_docker
    measure docker-again push_with_docker
    stop_registry
    measure start start_only
done

setup
printf '\n| %s rounds, seconds | median | lowest | highest |\n|---|---|---|---|\n' "$Rounds"
row 'new: `docker push`' docker
row 'new: `./build.sh Push`, whole command' kiln
row 'nothing changed: `docker push`' docker-again
row 'nothing changed: `./build.sh Push`, whole command' again
row '`./build.sh --help`' start
New=$(median ${Times[kiln]})
Docker=$(median ${Times[docker]})
Again=$(($(median ${Times[again]}) - $(median ${Times[start]})))
printf '\nA new image takes %s times as long as with docker; an unchanged one %s s beside the start of the build.\n' "$(ratio "$New" "$Docker")" "$(seconds $Again)"

((New <= Docker && Again <= 1000))
