namespace Nuke.Common;

public enum DependencyBehavior
{
    Skip = 0,
    Execute = 1,
}
