using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>Ports are published when a container starts; EXPOSE cannot do it, and BuildKit will refuse to try.</summary>
sealed class ExposeWithHost() : LintRule(
    "KLN5007", Severity.Warning, "Expose ports of the container alone.", "ExposeInvalidFormat")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from expose in ExposedPort.Of(subject)
        let wrong = expose.Ports.Where(x => x.Host.Length > 0).ToArray()
        where wrong.Length > 0
        select Found(
            wrong[0].Word.Span,
            $"{Lists.And([.. wrong.Select(x => x.Word.Text)])} {(wrong.Length == 1 ? "names" : "name")} an address or a port "
            + "of the host, of which an image cannot know.",
            $"Write EXPOSE {string.Join(' ', wrong.Select(Alone))}, and publish the port where the container is started.",
            wrong.All(x => x.IsPlain && x.Port.Length > 0) ? new LintFix([.. wrong.Select(WithoutHost)]) : null);

    static string Alone(ExposedPort port) => port.Word.Text[(port.Word.Text.LastIndexOf(':') + 1)..];

    static TextEdit WithoutHost(ExposedPort port) =>
        new(port.Word.Span with { Length = port.Word.Text.LastIndexOf(':') + 1 }, "");
}
