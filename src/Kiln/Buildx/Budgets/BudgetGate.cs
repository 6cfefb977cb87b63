using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Buildx.Budgets;

/// <summary>Lets images pass that keep to their budgets.</summary>
/// <param name="root">What paths of earlier receipts are relative to.</param>
/// <param name="published">Receipts of the base branch's images, by name.</param>
/// <param name="reporter">Told what cannot be compared.</param>
sealed class BudgetGate(string root, ValueMap<Receipt> published, IReporter reporter)
{
    /// <summary>KILN3028 names every image that is too large.</summary>
    internal void Require(IEnumerable<(ImageSpec Image, Receipt Receipt)> images)
    {
        var messages = images.Select(x => MessageOf(x.Image, x.Receipt)).OfType<string>().ToArray();
        if (messages.Length > 0)
        {
            throw new KilnException(
                ErrorCodes.SizeBudgetExceeded,
                string.Join("\n", messages) + "\nNo layout of this solve was replaced. Make it smaller, or raise its SizeBudget where the image is described.");
        }
    }

    string? MessageOf(ImageSpec image, Receipt receipt)
    {
        if (image.SizeBudget is not { } budget)
            return null;
        var excesses = BudgetCheck.Of(budget, receipt, EarlierOf(image, budget)).ToArray();
        return excesses.Length > 0 ? BudgetMessage.Of(image, excesses) : null;
    }

    Receipt? EarlierOf(ImageSpec image, SizeBudget budget)
    {
        if (budget.Growth is not { } growth)
            return null;
        var earlier = growth.Over is { } over ? EarlierReceipt.Find(Path.GetFullPath(Path.Combine(root, over)), image) : published.GetValueOrDefault(image.Name);
        var missing = image.Platforms.Where(x => earlier?.Platforms.Any(y => y.Platform == x) != true).ToArray();
        if (earlier is null)
            reporter.Information($"Budget    {image.Name}: there is no earlier receipt {(growth.Over is null ? "of the base branch" : $"at '{growth.Over}'")}, so its growth is not known");
        else if (missing.Length > 0)
            reporter.Information($"Budget    {image.Name}: the earlier receipt knows no {string.Join(", ", missing.Select(x => x.ToString()))}, so its growth is not known");
        return earlier;
    }
}
