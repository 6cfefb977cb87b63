using Kiln.Linting.Shell;

namespace Kiln.Linting.Toolchains;

/// <summary>Compilers and bundlers of JavaScript: they come with the packages of a project, and are run by their names or through a package manager.</summary>
static class ScriptCompilers
{
    static readonly string[] Runners = ["npx", "bunx", "pnpx", "npm", "pnpm", "yarn", "bun", "exec", "dlx", "x", "run"];
    static readonly string[] Alone = ["tsc", "webpack", "rollup", "esbuild", "tsup", "swc"];
    static readonly string[] ThatBuild = ["next", "vite", "ng", "nest", "nuxt", "nuxi", "astro", "remix", "parcel", "react-scripts", "vue-cli-service", "svelte-kit", "turbo", "nx"];

    public static bool Is(ShellCommand command)
    {
        string[] words = [command.Name, .. command.Arguments.Where(x => !x.IsFlag).Select(x => x.Text)];
        var said = words.SkipWhile(Runners.Contains).ToArray();
        return !command.HasFlag("version") && said.Length > 0
            && (Alone.Contains(said[0]) || (ThatBuild.Contains(said[0]) && said.Contains("build")));
    }
}
