#!/usr/bin/env bash
# Measures six images that are made from each other (samples/shop): Kiln's one solve, six 'docker buildx build' one after
# another, and 'docker buildx bake' with a file written by hand; from an emptied builder and when nothing changed.
# Everything runs in a clone of HEAD on an engine of its own. Prints Markdown for docs/performance.md.
# Usage: tests/Kiln.Benchmarks/diamond.sh [rounds, 5 at least] [rounds from an emptied builder, as many unless said; 0 leaves them out]
# Exit code 1: when nothing changed, Kiln needs more than 0.7 s over bake, or more than 1 s where it skips (medians).

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/measuring.sh"

Rounds=${1:-5}
if ((Rounds < 5)); then Rounds=5; fi
FromEmptied=${2:-$Rounds}

# Bases that were made on this machine come from its registry, for commands by hand too.
redirect_bases() {
    if ! grep -q "127.0.0.1:$Port/" .nuke/temp/build-images/source-policy.json; then return; fi
    local rule='{"action":"CONVERT","selector":{"identifier":"docker-image://%s","match_type":"WILDCARD"},"updates":{"identifier":"docker-image://127.0.0.1:%s/%s"}}'
    {
        printf '{"version":1,"rules":['
        printf "$rule," 'docker.io/library/golang:1.24' "$Port" 'docker.io/library/golang:1.24'
        printf "$rule" 'gcr.io/distroless/static-debian12:nonroot' "$Port" 'gcr.io/distroless/static-debian12:nonroot'
        printf ']}\n'
    } >"$Folder/bases.json"
    Policy=$Folder/bases.json
}

by_hand() {
    env BUILDX_NO_DEFAULT_ATTESTATIONS=1 SOURCE_DATE_EPOCH=315532800 LAYOUTS="$Folder/layouts" \
        ${Policy:+EXPERIMENTAL_BUILDKIT_SOURCE_POLICY="$Policy"} "$@"
}

# In the order in which they need each other; each ends up in the engine, where the next one finds it.
one_by_one() {
    local image
    for image in library runtime api worker web gateway; do
        by_hand docker buildx build --network none --tag "shop-$image" "samples/shop/$image" || return
    done
}

bake() {
    rm -rf "$Folder/layouts"
    mkdir "$Folder/layouts"
    by_hand docker buildx bake --file tests/Kiln.Benchmarks/docker-bake.hcl \
        --allow "fs.read=$Clone" --allow "fs.write=$Folder/layouts"
}

# Six commands leave their images in the engine, as Kiln does on a laptop; bake leaves layouts, as Kiln does on CI.
rebuild() { kiln --rebuild; }
rebuild_layouts() { kiln --rebuild --load-images false; }

# How fast the machine is at what a build does most when nothing changed.
make_empty_program() {
    quietly dotnet new console --output "$Folder/empty"
    printf 'return 0;\n' >"$Folder/empty/Program.cs"
    quietly dotnet build "$Folder/empty" --configuration Release -nodeReuse:false
}
empty_program() { dotnet "$Folder/empty/bin/Release/net10.0/empty.dll"; }

measure() {
    local -n times=$1
    times+=("$(milliseconds "$2")")
}

emptied() {
    empty_builder
    measure "$@"
}

row() { printf '| %s | %s | %s | %s |\n' "$1" "$(seconds "$(median "${@:2}")")" "$(seconds "$(lowest "${@:2}")")" "$(seconds "$(highest "${@:2}")")"; }

Policy=
make_clone
redirect_bases
make_empty_program
Cold=() ColdByHand=() Empty=() Warm=() WarmByHand=() Bake=() Layouts=() Skipped=()
for ((round = 0; round < FromEmptied; round++)); do
    emptied ColdByHand one_by_one
    emptied Cold rebuild
done
milliseconds one_by_one >/dev/null
milliseconds bake >/dev/null
for ((round = 0; round < Rounds; round++)); do
    measure WarmByHand one_by_one
    measure Warm rebuild
    measure Bake bake
    measure Layouts rebuild_layouts
    measure Skipped kiln
    measure Empty empty_program
done

setup
printf '\n| %s rounds | median | lowest | highest |\n|---|---|---|---|\n' "$Rounds"
if ((FromEmptied > 0)); then
    row 'emptied builder: six `docker buildx build`' "${ColdByHand[@]}"
    row 'emptied builder: `./build.sh DockerBuild --rebuild`' "${Cold[@]}"
fi
row 'nothing changed: six `docker buildx build`' "${WarmByHand[@]}"
row 'nothing changed: `./build.sh DockerBuild --rebuild`' "${Warm[@]}"
row 'nothing changed: `docker buildx bake`, layouts only' "${Bake[@]}"
row 'nothing changed: `./build.sh DockerBuild --rebuild --load-images false`' "${Layouts[@]}"
row 'nothing changed: `./build.sh DockerBuild`' "${Skipped[@]}"

Overhead=$(($(median "${Layouts[@]}") - $(median "${Bake[@]}"))) Skip=$(median "${Skipped[@]}")
echo
if ((FromEmptied > 0)); then
    printf 'From an emptied builder six commands take %s times as long as one solve.\n' "$(ratio "$(median "${ColdByHand[@]}")" "$(median "${Cold[@]}")")"
fi
printf 'When nothing changed, six commands take %s times as long as all solved again, and %s times where Kiln skips.\n' \
    "$(ratio "$(median "${WarmByHand[@]}")" "$(median "${Warm[@]}")")" "$(ratio "$(median "${WarmByHand[@]}")" "$Skip")"
printf 'Kiln'\''s whole command takes %s s more than bake alone. An empty .NET program takes %s ms.\n' "$(seconds "$Overhead")" "$(median "${Empty[@]}")"
((Overhead <= 700 && Skip <= 1000))
