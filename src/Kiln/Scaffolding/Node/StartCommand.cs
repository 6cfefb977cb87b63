using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Node;

/// <summary>How a program is started without a shell and without a package manager in between, so that signals reach it.</summary>
/// <param name="Words">For CMD.</param>
sealed record StartCommand(ValueList<string> Words)
{
    /// <summary>Scripts that start the built program, the one for production first.</summary>
    public static string[] Names { get; } = ["start:prod", "start:production", "start"];

    static readonly string[] ForDevelopers =
    [
        "nodemon", "ts-node-dev", "next dev", "nest start", "tsx watch", "--watch", "vite", "react-scripts start", "ng serve", "webpack serve",
        "astro dev", "astro preview", "gatsby develop", "docusaurus start", "vue-cli-service serve", "eleventy --serve", "parcel ", "nuxt dev", "turbo run",
    ];

    // Their programs are not called as their packages.
    static readonly Dictionary<string, string> Packages = new()
    {
        ["remix-serve"] = "@remix-run/serve",
        ["react-router-serve"] = "@react-router/serve",
        ["nest"] = "@nestjs/cli",
        ["sirv"] = "sirv-cli",
    };

    /// <summary>Variables that the script sets, as <c>NAME=value</c>.</summary>
    public ValueList<string> Variables { get; init; }

    /// <summary>The file that Node.js runs; null for other programs.</summary>
    public string? Entry { get; init; }

    /// <summary>The package whose program is started; null for Node.js itself.</summary>
    public string? Package { get; init; }

    /// <summary>It starts a web server for the files that a build made; another one can do that as well.</summary>
    public bool ServesFiles => Package is "serve" or "http-server" or "sirv-cli";

    /// <summary>What starts a package; null where nothing does.</summary>
    public static StartCommand? Of(NodePackage package, string nodeVersion)
    {
        foreach (var name in Names)
            if (package.Scripts.TryGetValue(name, out var script) && !ForDevelopers.Any(x => script.Contains(x, StringComparison.Ordinal)))
                return OfScript(package, name, script, nodeVersion);
        if (package.Uses("@sveltejs/adapter-node"))
            return new StartCommand(["node", "build"]) { Entry = "build" };
        if (package.IsLibrary)
            return null;
        var entry = new[] { package.Main, "server.js", "index.js", "app.js", "server.mjs", "index.mjs" }
            .FirstOrDefault(x => x is not null && package.HasFile(x));
        return entry is null ? null : new StartCommand(["node", entry]) { Entry = Paths.Normalize(entry) };
    }

    static StartCommand OfScript(NodePackage package, string name, string script, string nodeVersion)
    {
        var words = script.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(x => x is "cross-env" or "exec").ToArray();
        var variables = words.TakeWhile(IsAssignment).Where(x => !x.StartsWith("NODE_ENV=", StringComparison.Ordinal)).ToArray();
        var command = words.SkipWhile(IsAssignment).ToArray();
        if (command.Length == 0 || script.Any("|&;<>$`()*?\"'\\~".Contains) || package.Scripts.ContainsKey($"pre{name}"))
            return ByScript(package, name, nodeVersion);
        if (command[0] == "node")
            return new StartCommand([.. command]) { Variables = [.. variables], Entry = EntryOf(command) };

        var owner = Packages.GetValueOrDefault(command[0], command[0]);
        return package.Uses(owner)
            ? new StartCommand([$"node_modules/.bin/{command[0]}", .. command[1..]]) { Variables = [.. variables], Package = owner }
            : ByScript(package, name, nodeVersion);
    }

    // Since Node.js 22 it runs scripts by itself: https://nodejs.org/api/cli.html#--run
    public static StartCommand ByScript(NodePackage package, string name, string nodeVersion)
    {
        var hasMore = package.Scripts.ContainsKey($"pre{name}") || package.Scripts.ContainsKey($"post{name}");
        return Versions.Of(nodeVersion).Major >= 22 && !hasMore ? new StartCommand(["node", "--run", name]) : new StartCommand(["npm", "run", name]);
    }

    static string? EntryOf(string[] command) => command.Skip(1).FirstOrDefault(x => !x.StartsWith('-')) is { } entry ? Paths.Normalize(entry) : null;

    static bool IsAssignment(string word) => word.IndexOf('=') is var at and > 0 && word[..at].All(x => char.IsAsciiLetterOrDigit(x) || x == '_');
}
