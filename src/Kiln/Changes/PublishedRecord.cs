using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Scanning;

namespace Kiln.Changes;

/// <summary>What a registry keeps beside an image that Kiln pushed.</summary>
/// <param name="Receipt">How it was built.</param>
/// <param name="Findings">What scanners held against it, on all platforms. Empty also where nobody scanned it: the receipt tells.</param>
public sealed record PublishedRecord(Receipt Receipt, ValueList<Finding> Findings);
