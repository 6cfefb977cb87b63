using Kiln.Buildx;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Scanning.Programs;

/// <summary>A scanner's command as one of the engine's: the same arguments, since its folders are where they are on this machine.</summary>
/// <param name="Engine">Runs it.</param>
/// <param name="Image">Has the scanner as its entry point; with a digest.</param>
/// <param name="User">As whom, so that people can read and delete what it wrote: <c>1000:1000</c>. Null: as the image says.</param>
sealed record ScannerContainer(ContainerEngine Engine, ImageReference Image, string? User)
{
    /// <summary>Folders that it reads.</summary>
    internal ValueList<string> Readable { get; init; }

    /// <summary>Folders that it reads and writes; they exist.</summary>
    internal ValueList<string> Writable { get; init; }

    /// <summary>Variables of the build that it gets to see, by name.</summary>
    internal ValueList<string> Variables { get; init; }

    /// <summary>Whether it may reach anybody. Default: no.</summary>
    internal bool HasNetwork { get; init; }

    /// <summary>The command in a container that is gone with whatever it wrote elsewhere. Pure.</summary>
    internal Command Place(Command command) => new(
        Engine.DockerClient!,
        [
            "run", "--rm", "--network", !HasNetwork ? "none" : Engine.LacksBridge ? "host" : "bridge",
            "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
            .. User is null ? (string[])[] : ["--user", User],
            .. Readable.SelectMany(x => new[] { "--mount", $"type=bind,source={x},target={x},readonly" }),
            .. Writable.SelectMany(x => new[] { "--mount", $"type=bind,source={x},target={x}" }),
            .. command.WorkingDirectory is { } folder ? (string[])["--workdir", folder] : [],
            // What Kiln says itself is no secret; what the build was given is named only, since every process of the machine sees a command line.
            .. command.Environment.Where(x => x.Value is not null).SelectMany(x => new[] { "--env", $"{x.Key}={x.Value}" }),
            .. Variables.SelectMany(x => new[] { "--env", x }),
            Image.ToString(),
            .. command.Arguments,
        ])
    {
        Environment = Engine.Environment,
        OnFailure = FailureHandling.Return,
    };
}
