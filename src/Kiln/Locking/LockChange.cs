namespace Kiln.Locking;

/// <summary>One entry that differs between two locks.</summary>
public abstract record LockChange
{
    LockChange(LockSection section, string key) => (Section, Key) = (section, key);

    /// <summary>The section it stands in.</summary>
    public LockSection Section { get; }

    /// <summary>Its key in that section.</summary>
    public string Key { get; }

    /// <summary>The change as people read it, on one line.</summary>
    public abstract string Line { get; }

    string Name => Section == LockSection.Images && ImageReference.TryParse(Key, out var image) ? image.Familiar : Key;

    /// <summary>The new lock has it, the old one had not.</summary>
    public sealed record Added(LockSection Section, string Key, LockEntry Entry) : LockChange(Section, Key)
    {
        /// <inheritdoc />
        public override string Line => $"+ {Name}  {Entry.Pin}{LockEntryNotes.Of(Entry)}";
    }

    /// <summary>The old lock had it, the new one has not.</summary>
    public sealed record Removed(LockSection Section, string Key, LockEntry Entry) : LockChange(Section, Key)
    {
        /// <inheritdoc />
        public override string Line => $"- {Name}  {Entry.Pin}";
    }

    /// <summary>Both have it, and it means something else now; a later look at the same thing is no change.</summary>
    public sealed record Moved(LockSection Section, string Key, LockEntry Before, LockEntry After)
        : LockChange(Section, Key)
    {
        /// <inheritdoc />
        public override string Line => $"{Name}  {Pins}{LockEntryNotes.Between(Before, After)}";

        string Pins => Before.Pin == After.Pin ? After.Pin : $"{Before.Pin} → {After.Pin}";
    }
}
