namespace Kiln.Scaffolding;

/// <summary>What Scaffold can write a Dockerfile for.</summary>
public enum ScaffoldLanguage
{
    /// <summary>A <c>go.mod</c> with a program.</summary>
    Go,

    /// <summary>A <c>package.json</c> with something to start, or a site to build.</summary>
    Node,

    /// <summary>A <c>requirements.txt</c>, <c>uv.lock</c> or <c>poetry.lock</c> with a program.</summary>
    Python,

    /// <summary>A <c>pom.xml</c> or <c>build.gradle</c>.</summary>
    Java,

    /// <summary>A <c>Cargo.toml</c> with a binary.</summary>
    Rust,

    /// <summary>A <c>*.csproj</c> that makes a program.</summary>
    DotNet,

    /// <summary>An <c>index.html</c>, and nothing that would build it.</summary>
    StaticSite,
}
