using System.Text.Json;

namespace Kiln.Receipts;

/// <summary>Receipts on disk: written in one step, so that no half-written one is ever found.</summary>
public static class ReceiptFile
{
    /// <summary>Writes beside the file and moves it there.</summary>
    public static void Write(string path, Receipt receipt)
    {
        var text = JsonSerializer.Serialize(receipt, ReceiptJson.Default.Receipt);
        File.WriteAllText(path + ".new", text + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Reads one; null when there is none. KILN1030 when it cannot be read, or is of a newer form.</summary>
    public static Receipt? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var receipt = JsonSerializer.Deserialize(File.ReadAllText(path), ReceiptJson.Default.Receipt) ?? throw new JsonException("it is empty");
            return receipt.Version == Receipt.CurrentVersion
                ? receipt
                : throw Unreadable(path, $"its version is {receipt.Version}, and this Kiln reads version {Receipt.CurrentVersion}", null);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw Unreadable(path, exception.Message, exception);
        }
    }

    static KilnException Unreadable(string path, string why, Exception? cause) =>
        new(ErrorCodes.ReceiptUnreadable, $"The receipt '{path}' cannot be read: {why}. Run DockerBuild again; it writes a new one.", cause);
}
