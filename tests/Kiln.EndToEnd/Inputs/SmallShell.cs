namespace Kiln.EndToEnd.Inputs;

/// <summary>
/// The image <c>shell:1</c>: a shell with a few programs in some megabytes. The sample's base image would be fetched anew by each emptied
/// builder, some hundred megabytes.
/// </summary>
static class SmallShell
{
    const string Dockerfile = """
        FROM golang:1.24 AS full
        RUN mkdir -p /small/bin && cd /bin && \
            cp sh cat chmod chown cp cut du ln ls mkdir mv rm rmdir stat touch true /small/bin && \
            for program in /small/bin/*; do ldd $program; done | grep -o '/[^ ]*' | grep -v ':$' | sort -u | \
            while read -r library; do mkdir -p "/small$(dirname $library)" && cp -L $library "/small$library"; done
        FROM scratch
        COPY --from=full /small /
        """;

    /// <summary>Makes it, unless a test before has made it.</summary>
    internal static async Task PublishAsync(Workbench bench)
    {
        if (await bench.IsPublishedAsync("shell:1"))
            return;
        var shell = bench.Image("shell", Dockerfile) with { Network = BuildNetwork.None };
        await bench.PublishAsync("shell:1", shell, (await bench.RestoreAsync(shell)).Policy);
    }
}
