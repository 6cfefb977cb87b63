namespace Kiln.Engine.Parameters;

/// <summary>Names of the engine's own parameters.</summary>
static class BuiltIn
{
    public const string Target = "Target";
    public const string Skip = "Skip";
    public const string Root = "Root";
    public const string Profile = "Profile";
    public const string Strict = "Strict";
    public const string TargetSeparator = "+";
}
