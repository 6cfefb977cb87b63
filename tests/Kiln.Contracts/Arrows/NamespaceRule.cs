namespace Kiln.Contracts.Arrows;

/// <summary>Only the namespaces that are allowed may know these; a namespace includes what lies below it.</summary>
/// <param name="Meaning">What the rule keeps true; it stands before each violation.</param>
/// <param name="Known">Namespaces or full names of types.</param>
/// <param name="AllowedIn">Who may know them; nobody, when it is empty.</param>
/// <param name="Within">Whom the rule binds.</param>
internal sealed record NamespaceRule(string Meaning, string[] Known, string[] AllowedIn, string Within = "Kiln")
{
    public IEnumerable<string> Violations(IEnumerable<TypeUse> uses) =>
        from use in uses
        where Lies(use.User, Within) && !AllowedIn.Any(x => Lies(use.User, x)) && Known.Any(x => Lies(use.Used, x))
        select $"{Meaning}: {use.User} uses {use.Used}";

    private static bool Lies(string type, string place) =>
        type.StartsWith(place, StringComparison.Ordinal) && (type.Length == place.Length || type[place.Length] == '.');
}
