using System.Text;
using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Receipts;

/// <summary>Receipts on disk: written in one step, so that no half-written one is ever found.</summary>
public static class ReceiptFile
{
    /// <summary>Writes beside the file and moves it there.</summary>
    public static void Write(string path, Receipt receipt) => WholeFile.Write(path, ToBytes(receipt));

    /// <summary>Its bytes, as they lie on disk.</summary>
    internal static byte[] ToBytes(Receipt receipt) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(receipt, ReceiptJson.Default.Receipt) + "\n");

    /// <summary>Reads one; null when there is none. KILN1030 when it cannot be read, or is of a newer form.</summary>
    public static Receipt? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            RequireVersion(document.RootElement);
            return document.RootElement.Deserialize(ReceiptJson.Default.Receipt);
        }
        catch (Exception exception) when (exception is JsonException or KilnException)
        {
            throw new KilnException(
                ErrorCodes.ReceiptUnreadable,
                $"The receipt '{path}' cannot be read: {exception.Message.TrimEnd('.')}. Run DockerBuild again; it writes a new one.",
                exception);
        }
    }

    // First of all: another form may lack what this one requires, and then that would be complained of.
    static void RequireVersion(JsonElement receipt)
    {
        if (receipt.ValueKind != JsonValueKind.Object || !receipt.TryGetProperty("version", out var version))
            throw new JsonException("it has no version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Receipt.CurrentVersion)
            throw new JsonException($"its version is {version}, and this Kiln reads version {Receipt.CurrentVersion}");
    }
}
