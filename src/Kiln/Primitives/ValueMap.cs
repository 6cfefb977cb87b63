using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kiln.Primitives;

/// <summary>
/// An immutable map from text, equal to another by content and sorted by key (ordinal), so that what is made of it does
/// not depend on the order of its making. <c>[new("A", 1), .. other]</c> makes one; the last of two equal keys wins.
/// </summary>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
public readonly struct ValueMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<ValueMap<TValue>>
{
    static readonly ImmutableSortedDictionary<string, TValue> None =
        ImmutableSortedDictionary.Create<string, TValue>(StringComparer.Ordinal);

    readonly ImmutableSortedDictionary<string, TValue>? _items;

    internal ValueMap(IEnumerable<KeyValuePair<string, TValue>> items)
    {
        var builder = None.ToBuilder();
        foreach (var (key, value) in items)
            builder[key] = value;
        _items = builder.ToImmutable();
    }

    ImmutableSortedDictionary<string, TValue> Items => _items ?? None;

    /// <inheritdoc />
    public int Count => Items.Count;

    /// <inheritdoc />
    public TValue this[string key] => Items[key];

    /// <inheritdoc />
    public IEnumerable<string> Keys => Items.Keys;

    /// <inheritdoc />
    public IEnumerable<TValue> Values => Items.Values;

    /// <inheritdoc />
    public bool ContainsKey(string key) => Items.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value) => Items.TryGetValue(key, out value);

    /// <summary>The same map with this key set, whether it was there or not.</summary>
    public ValueMap<TValue> With(string key, TValue value) => new(Items.SetItem(key, value));

    /// <summary>Same keys with equal values.</summary>
    public bool Equals(ValueMap<TValue> other) => Items.SequenceEqual(other.Items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ValueMap<TValue> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The entries as <c>{a: 1, b: 2}</c>.</summary>
    public override string ToString() => $"{{{string.Join(", ", Items.Select(x => $"{x.Key}: {x.Value}"))}}}";

    /// <summary>Goes through the entries, sorted by key.</summary>
    public ImmutableSortedDictionary<string, TValue>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<KeyValuePair<string, TValue>> IEnumerable<KeyValuePair<string, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Same keys with equal values.</summary>
    public static bool operator ==(ValueMap<TValue> left, ValueMap<TValue> right) => left.Equals(right);

    /// <summary>Other keys, or other values.</summary>
    public static bool operator !=(ValueMap<TValue> left, ValueMap<TValue> right) => !left.Equals(right);

    /// <summary>So that <c>new Dictionary&lt;…&gt; { ["A"] = 1 }</c> can be given where a value map is wanted.</summary>
    public static implicit operator ValueMap<TValue>(Dictionary<string, TValue> items) => new(items);
}

/// <summary>Makes value maps; collection expressions call it.</summary>
public static class ValueMap
{
    /// <summary>A map of these entries; the last of two equal keys wins.</summary>
    public static ValueMap<TValue> Create<TValue>(ReadOnlySpan<KeyValuePair<string, TValue>> items) =>
        new(items.ToArray());

    /// <summary>A map of these entries; the last of two equal keys wins.</summary>
    public static ValueMap<TValue> ToValueMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> items) => new(items);
}
