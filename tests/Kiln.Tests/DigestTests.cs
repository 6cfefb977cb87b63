using System.Text.Json;

namespace Kiln.Tests;

public class DigestTests
{
    const string Empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public async Task Is_the_same_for_bytes_and_for_a_stream_of_them()
    {
        using var stream = new MemoryStream("kiln"u8.ToArray());

        var ofStream = await Digest.OfStreamAsync(stream);

        Assert.Equal(Digest.OfBytes("kiln"u8), ofStream);
        Assert.NotEqual(Digest.OfBytes("kilm"u8), ofStream);
    }

    [Fact]
    public void Is_the_well_known_one_for_no_bytes() =>
        Assert.Equal(Empty, Digest.OfBytes([]).ToString());

    [Fact]
    public void Reads_its_parts()
    {
        var digest = Digest.Parse(Empty);

        Assert.Equal("sha256", digest.Algorithm);
        Assert.Equal(Empty[7..], digest.Hex);
        Assert.Equal("e3b0c44298fc", digest.Short);
    }

    [Fact]
    public async Task Recomputes_by_its_own_algorithm()
    {
        var given = Digest.Parse("sha512:" + new string('0', 128));

        var actual = await given.RecomputeAsync(new MemoryStream("abc"u8.ToArray()));

        Assert.StartsWith("sha512:ddaf35a193617aba", actual.ToString());
        Assert.Equal(actual, given.Recompute("abc"u8));
    }

    [Theory]
    [InlineData("", "'' is not a digest: write the algorithm, a colon and the hex digits, as in sha256:<64 hex digits>.")]
    [InlineData("e3b0", "'e3b0' is not a digest: write the algorithm, a colon and the hex digits, as in sha256:<64 hex digits>.")]
    [InlineData("md5:00", "'md5:00' is not a digest: the algorithm 'md5' is not known; the known ones are sha256 and sha512.")]
    [InlineData("sha256:abc", "'sha256:abc' is not a digest: sha256 has 64 hex digits, here are 3.")]
    [InlineData(
        "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "'sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855' is not a digest: only the "
        + "digits 0 to 9 and a to f, in lower case, may follow 'sha256:'.")]
    public void Refuses_other_texts_and_says_why(string text, string message)
    {
        var error = Assert.Throws<KilnException>(() => Digest.Parse(text));

        Assert.Equal(("KILN1010", message), (error.Code, error.Message));
        Assert.False(Digest.TryParse(text, out _));
    }

    [Fact]
    public void Is_a_plain_text_in_json()
    {
        var json = JsonSerializer.Serialize(Digest.Parse(Empty));

        Assert.Equal($"\"{Empty}\"", json);
        Assert.Equal(Digest.Parse(Empty), JsonSerializer.Deserialize<Digest>(json));
    }
}
