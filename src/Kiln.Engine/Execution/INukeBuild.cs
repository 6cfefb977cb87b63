namespace Nuke.Common;

public interface INukeBuild
{
}
