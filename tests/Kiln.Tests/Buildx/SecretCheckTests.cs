using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class SecretCheckTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public SecretCheckTests() => _folder.Write("Dockerfile", "FROM scratch\n");

    public void Dispose() => _folder.Dispose();

    KilnException Refuse(ImageSpec image) => Assert.Throws<KilnException>(() => ImageChecks.Require([image]));

    ImageSpec Image => new("app", _folder.Path);

    [Fact]
    public void A_secret_that_is_not_there_is_named_with_where_it_was_looked_for()
    {
        var error = Refuse(Image with { Secrets = [BuildSecret.OfFile("npm", _folder["none"]), BuildSecret.OfVariable("KILN_TEST_NO_SUCH_VARIABLE")] });

        Assert.Equal("KILN1016", error.Code);
        Assert.Equal(
            $"""
            Image 'app': its secret 'npm' is the file '{_folder["none"]}', which is not there. Provide it, or take the secret out where the image is described.
            Image 'app': its secret 'KILN_TEST_NO_SUCH_VARIABLE' is the variable 'KILN_TEST_NO_SUCH_VARIABLE', which is not there. Provide it, or take the secret out where the image is described.
            """,
            error.Message);
    }

    [Fact]
    public void Two_secrets_of_one_id_are_refused()
    {
        var file = _folder.Write("token", "s3cret");

        var error = Refuse(Image with { Secrets = [BuildSecret.OfFile("npm", file), BuildSecret.OfFile("npm", file)] });

        Assert.Equal(("KILN1017", "Image 'app': 2 secrets have the id 'npm'. Give each its own."), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a,src=/etc/shadow")]
    public void An_id_is_a_simple_name(string id)
    {
        Assert.Equal("KILN1017", Assert.Throws<KilnException>(() => BuildSecret.OfVariable(id)).Code);
    }

    [Fact]
    public void A_secret_never_prints_what_it_is()
    {
        var secret = BuildSecret.OfFile("npm", _folder.Write("token", "s3cret"));

        Assert.DoesNotContain("s3cret", $"{secret} {Image with { Secrets = [secret] }}");
    }
}
