namespace Kiln.Scaffolding.Node;

/// <summary>The last stage for a server of Next.js.</summary>
static class NextFinal
{
    // It writes pages and pictures that it made while it runs, so its files are its user's own.
    const string Own = "--from=build --chown=1000:1000";

    // By default it listens on the name that a container calls itself by.
    static readonly string[] Variables = ["NEXT_TELEMETRY_DISABLED=1", "HOSTNAME=0.0.0.0", "PORT=3000"];

    public static string Of(NodeRecipe recipe, NextSettings next, string image) => next.IsStandalone
        ? NodeFinal.Server(recipe, image, Standalone(recipe, ""), ["node", "server.js"], Variables)
        : NodeFinal.Server(recipe, image, Whole(recipe, next), ["/app/node_modules/.bin/next", "start"], Variables);

    /// <summary>For a package of a workspace, whose server lies below its path.</summary>
    public static string OfMember(NodeRecipe recipe, string folder, string image) =>
        NodeFinal.Server(recipe, image, Standalone(recipe, $"{folder}/"), ["node", $"{folder}/server.js"], Variables);

    static IEnumerable<string> Standalone(NodeRecipe recipe, string folder)
    {
        yield return $"COPY {Own} /app/{folder}.next/standalone ./";
        yield return $"COPY {Own} /app/{folder}.next/static ./{folder}.next/static";
        if (recipe.Package.HasFolder("public"))
            yield return $"COPY {Own} /app/{folder}public ./{folder}public";
    }

    static IEnumerable<string> Whole(NodeRecipe recipe, NextSettings next)
    {
        if (NodeDockerfile.CopiesAll(recipe))
        {
            yield return $"COPY {Own} /app ./";
            yield break;
        }

        yield return "COPY --from=dependencies /app/node_modules ./node_modules";
        yield return next.File is null ? "COPY package.json ./" : $"COPY package.json {next.File} ./";
        if (recipe.Package.HasFolder("public"))
            yield return "COPY public/ public/";
        yield return $"COPY {Own} /app/.next ./.next";
    }
}
