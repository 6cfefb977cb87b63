namespace Kiln.Contracts.Parameters;

internal static class NameClashes
{
    public static IEnumerable<string> In(IReadOnlyCollection<ParameterName> parameters) =>
        Doubles(parameters).Concat(parameters.SelectMany(Taken));

    private static IEnumerable<string> Doubles(IEnumerable<ParameterName> parameters) =>
        parameters.GroupBy(x => x.Key)
            .Where(x => x.Count() > 1)
            .Select(x => $"one name, {x.Count()} parameters: {string.Join(", ", x)}");

    private static IEnumerable<string> Taken(ParameterName parameter)
    {
        var nuke = TakenNames.OfNuke.Concat(TakenNames.OfNukeComponents)
            .Where(x => new ParameterName(x, "NUKE").Key == parameter.Key);
        var variables = TakenNames.OfEnvironments.Where(parameter.IsSetBy);
        return nuke.Select(x => $"{parameter} is NUKE's own {x}")
            .Concat(variables.Distinct().Select(x => $"{parameter} is set by the variable {x}"));
    }
}
