using Kiln.Locking;
using Nuke.Common;
using Nuke.Common.IO;

namespace Kiln.Components;

/// <summary>Where this build writes down what it takes from outside, and what need not be there.</summary>
public interface IHazLock : INukeBuild
{
    /// <summary>To be committed. Default: <c>kiln.lock</c> in the repository's root.</summary>
    AbsolutePath LockFile => RootDirectory / "kiln.lock";

    /// <summary>What becomes of inputs that the lock does not hold. Default: added on a laptop, an error on CI.</summary>
    LockMode LockMode => IsServerBuild ? LockMode.Frozen : LockMode.Add;

    /// <summary>What is fetched without being pinned, by name and reason. Default: nothing.</summary>
    IEnumerable<FloatingInput> Floats => [];
}
