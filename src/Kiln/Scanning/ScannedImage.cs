using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning;

/// <summary>An image and what became of it at the gate.</summary>
/// <param name="Receipt">Its receipt, with the verdict.</param>
/// <param name="Reports">What each scanner said about each platform.</param>
/// <param name="Decision">Each finding and what it means.</param>
public sealed record ScannedImage(Receipt Receipt, ValueList<ScanReport> Reports, GateDecision Decision);
