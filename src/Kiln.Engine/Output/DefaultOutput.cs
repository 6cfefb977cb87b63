namespace Nuke.Common;

public enum DefaultOutput
{
    Logo = 0,
    TargetHeader = 1,
    TargetCollapse = 2,
    ErrorsAndWarnings = 3,
    TargetOutcome = 4,
    BuildOutcome = 5,
    Timestamps = 6,
}
