using Kiln.Dockerfiles.Inputs;
using Kiln.Primitives;

namespace Kiln.Caching.Mounts;

/// <summary>
/// The Dockerfile that packs the cache mounts of an image into a layer, and unpacks them in another builder. Both are one text, since
/// the second finds what the first made by the keys of its steps (docs/decisions/0050-cache-mounts-in-the-cache.md).
/// </summary>
public static class MountDockerfile
{
    internal const string PackedStage = "kept";
    internal const string UnpackedStage = "seeded";
    internal const string StampArgument = "STAMP";
    internal const string StampStageArgument = "STAMP_STAGE";
    internal const string FreshStage = "fresh";
    internal const string Secret = "kiln-stamp";

    /// <summary>The stages that have to run again for packing: their keys are always the same, what they give is not.</summary>
    internal static ValueList<string> StampStages { get; } = ["stamping", "stamp"];

    /// <summary>The text for the mounts of one image; the shell is any image that has one, and <c>cp</c>, <c>du</c>, <c>mv</c>.</summary>
    public static string Write(CacheMounts image, ExternalInput.Image shell) => $$"""
        # Made by Kiln from the Dockerfile of the image '{{image.Image}}': carries its cache mounts from one builder to the next.
        ARG {{StampStageArgument}}=stamp

        FROM --platform={{shell.Platform}} {{shell.Reference.Familiar}} AS shell
        USER 0:0
        SHELL ["/bin/sh", "-c"]

        FROM shell AS stamping
        RUN --network=none --mount=type=secret,id={{Secret}} cat /run/secrets/{{Secret}} > /stamp 2> /dev/null || true
        FROM scratch AS stamp
        COPY --from=stamping /stamp /stamp

        FROM shell AS {{FreshStage}}
        ARG {{StampArgument}}
        RUN --network=none printf %s "${{StampArgument}}" > /stamp

        FROM ${{{StampStageArgument}}} AS given

        FROM shell AS packed
        {{Each(image, Pack)}}
        FROM stamp AS {{PackedStage}}
        COPY --from=packed /packed /packed

        FROM shell AS {{UnpackedStage}}
        {{Each(image, Unpack)}}
        """;

    static string Each(CacheMounts image, Func<CacheMounts, int, string> write) =>
        string.Join('\n', Enumerable.Range(0, image.Mounts.Count).Select(x => write(image, x))) + '\n';

    // The stamp holds a number that is used once, and how many kilobytes may be kept. It is empty when nothing is to be packed.
    static string Pack(CacheMounts image, int index) => $"""
        RUN --network=none --mount=type=bind,from=given,source=/stamp,target=/kiln/stamp \
            --mount={image.Mounts[index]},target=/kiln/mount,sharing=locked \
            mkdir -p /packed/{index}; [ -s /kiln/stamp ] || exit 0; read -r number room < /kiln/stamp; \
            used=$(du -sk /packed | cut -f1); size=$(du -sk /kiln/mount | cut -f1); \
            if [ $((used + size)) -gt "$room" ]; then echo "{MountReport.Mark(image.Image, index)} too-large $size"; \
            else cp -a /kiln/mount/. /packed/{index}/ && echo "{MountReport.Mark(image.Image, index)} packed $size"; fi
        """;

    // Only into an empty mount: what a builder has is as good. By way of a folder beside, so that what was killed halfway is never
    // taken for whole: moving is all or nothing for each entry.
    static string Unpack(CacheMounts image, int index) => $"""
        RUN --network=none --mount=type=bind,from={PackedStage},source=/packed/{index},target=/kiln/packed \
            --mount={image.Mounts[index]},target=/kiln/mount,sharing=locked \
            cd /kiln/mount && rm -rf .kiln && [ -z "$(ls -A)" ] && [ -n "$(ls -A /kiln/packed)" ] || exit 0; \
            mkdir .kiln && cp -a /kiln/packed/. .kiln/ && cd .kiln && \
            for entry in * .[!.]* ..?*; do if [ -e "$entry" ] || [ -L "$entry" ]; then mv "$entry" .. || exit 1; fi; done && \
            cd .. && rmdir .kiln && echo "{MountReport.Mark(image.Image, index)} seeded $(du -sk . | cut -f1)"
        """;
}
