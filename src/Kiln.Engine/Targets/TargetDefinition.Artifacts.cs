using Nuke.Common;

namespace Kiln.Engine.Targets;

partial class TargetDefinition
{
    public ITargetDefinition Produces(params string[] artifacts)
    {
        Products.AddRange(artifacts);
        return this;
    }

    public ITargetDefinition Consumes(params Target[] targets)
    {
        foreach (var target in targets)
            Consumes(target, []);
        return this;
    }

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Consumes(Resolve(targets));

    public ITargetDefinition Consumes(Target target, params string[] artifacts)
    {
        Consumptions.Add((target, artifacts));
        return this;
    }

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts)
        => Consumes(target((T)build), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts) => Consumes(Resolve<T>([])[0], artifacts);
}
