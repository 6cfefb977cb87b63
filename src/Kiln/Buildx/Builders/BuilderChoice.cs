using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>Which builder it is to be, and why it is another one than asked for.</summary>
/// <param name="Builder">The one that is used; never <see cref="Kiln.Builder.Auto"/> where that means a container.</param>
/// <param name="Reason">A clause; null where it is the one that was asked for.</param>
sealed record BuilderChoice(Builder Builder, string? Reason = null)
{
    /// <summary>
    /// Only <see cref="Kiln.Builder.Auto"/> is moved, and only off the engine's own builder: what somebody chose is used, or refused before the build.
    /// </summary>
    internal static BuilderChoice Of(Builder asked, ContainerEngine engine, BuilderNeeds needs) =>
        asked is Builder.Automatic && engine.Builder.IsOfEngine && BuilderFitness.Of(engine, needs) is [var finding, ..]
            ? new BuilderChoice(Container(needs), finding.Problem)
            : new BuilderChoice(asked);

    static Builder.InContainer Container(BuilderNeeds needs) => Builder.Container() with
    {
        Entitlements = needs.Entitlements.Select(x => x.Entitlement).Distinct().ToValueList(),
    };
}
