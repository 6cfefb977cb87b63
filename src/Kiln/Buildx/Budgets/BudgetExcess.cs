using Kiln.Receipts;

namespace Kiln.Buildx.Budgets;

/// <summary>One limit that one platform of an image exceeds, in words, and the layers that are worth a look.</summary>
sealed record BudgetExcess(Platform Platform, string Reason, SizeKind Kind, IEnumerable<LayerReceipt> Layers);
