namespace Kiln.Locking;

/// <summary>What becomes of an input that the lock does not hold.</summary>
public enum LockMode
{
    /// <summary>It is looked up and added: for laptops.</summary>
    Add,

    /// <summary>It is an error, as is an entry that nothing needs: for CI.</summary>
    Frozen,
}
