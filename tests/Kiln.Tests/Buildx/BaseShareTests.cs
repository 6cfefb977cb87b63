using Kiln.Buildx;
using Kiln.Dockerfiles.Inputs;
using Kiln.Oci;

namespace Kiln.Tests.Buildx;

public sealed class BaseShareTests
{
    [Theory]
    [InlineData("ADD rootfs.tar /|CMD [\"sh\"]-|RUN /bin/sh -c x|ENV A=1-|COPY a b", "RUN ENV COPY", 1)]
    [InlineData("RUN |1 A=b /bin/sh -c x|WORKDIR /app", "RUN WORKDIR", 0)]
    [InlineData("ADD rootfs.tar /|RUN a|RUN b", "RUN", 2)]
    [InlineData("ADD rootfs.tar /|ENV A=1-", "ENV", 1)]
    [InlineData("ADD rootfs.tar /", "", 1)]
    public void What_stands_before_the_instructions_of_the_Dockerfile_is_the_bases(string history, string keywords, int layers) =>
        Assert.Equal(layers, LayersOf(history, keywords, "alpine"));

    [Theory]
    [InlineData("ADD rootfs.tar /|COPY a b", "RUN")]
    [InlineData("RUN a", "RUN RUN")]
    [InlineData("RUNNING a", "RUN")]
    [InlineData("ADD rootfs.tar /|", "RUN")]
    public void A_history_that_does_not_fit_says_nothing(string history, string keywords) => Assert.Null(LayersOf(history, keywords, "alpine"));

    [Fact]
    public void What_is_made_from_nothing_has_no_other_history()
    {
        Assert.Equal(0, LayersOf("COPY a b", "COPY", from: null));
        Assert.Null(LayersOf("ADD rootfs.tar /|COPY a b", "COPY", from: null));
    }

    [Fact]
    public void A_history_that_knows_other_layers_than_there_are_says_nothing() =>
        Assert.Null(BaseShare.LayersOf(Config("ADD x /|RUN a") with { DiffIds = [Digest.OfBytes([1])] }, new ImageOrigin("alpine", ["RUN"])));

    static int? LayersOf(string history, string keywords, string? from) =>
        BaseShare.LayersOf(Config(history), new ImageOrigin(from, [.. keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

    // A minus at its end marks an entry without a layer.
    static ImageConfig Config(string history)
    {
        var entries = history.Split('|').Aggregate(new List<string>(), Join).Select(x => new HistoryEntry { CreatedBy = x.TrimEnd('-'), IsEmptyLayer = x.EndsWith('-') }).ToArray();
        return new ImageConfig
        {
            Platform = Platform.LinuxAmd64,
            History = [.. entries],
            DiffIds = [.. entries.Where(x => !x.IsEmptyLayer).Select((_, i) => Digest.OfBytes([(byte)i]))],
        };
    }

    // BuildKit writes the number of arguments behind a bar.
    static List<string> Join(List<string> entries, string part)
    {
        if (part.Length > 0 && char.IsDigit(part[0]))
            entries[^1] += "|" + part;
        else
            entries.Add(part);
        return entries;
    }
}
