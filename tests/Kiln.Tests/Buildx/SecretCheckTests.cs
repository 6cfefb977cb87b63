using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class SecretCheckTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public SecretCheckTests() => _folder.Write("Dockerfile", "FROM scratch\n");

    public void Dispose() => _folder.Dispose();

    KilnException Refuse(ImageSpec image) => Assert.Throws<KilnException>(() => ImageChecks.Require([image]));

    KilnException RefuseToBuild(ImageSpec image) =>
        Assert.Throws<KilnException>(() => SecretChecks.Require([image], [image], Platform.LinuxAmd64, new Said()));

    ImageSpec Image => new("app", _folder.Path);

    [Fact]
    public void A_secret_that_is_not_there_is_named_with_where_it_was_looked_for()
    {
        var error = RefuseToBuild(Image with { Secrets = [BuildSecret.OfFile("npm", _folder["none"]), BuildSecret.OfVariable("KILN_TEST_NO_SUCH_VARIABLE")] });

        Assert.Equal("KILN1016", error.Code);
        Assert.Equal(
            $"""
            Image 'app': its secret 'npm' is the file '{_folder["none"]}', which is not there. Provide it, or take the secret out where the image is described.
            Image 'app': its secret 'KILN_TEST_NO_SUCH_VARIABLE' is the variable 'KILN_TEST_NO_SUCH_VARIABLE', which is not there. Provide it, or take the secret out where the image is described.
            """,
            error.Message);
    }

    [Fact]
    public void An_image_that_is_not_built_here_needs_no_secret()
    {
        var image = Image with { Secrets = [BuildSecret.OfVariable("KILN_TEST_NO_SUCH_VARIABLE")] };

        ImageChecks.Require([image], Platform.LinuxAmd64);
        SecretChecks.Require([], [image], Platform.LinuxAmd64, new Said());
    }

    [Fact]
    public void A_secret_that_a_step_cannot_do_without_and_that_the_image_does_not_name_is_missing()
    {
        _folder.Write("Dockerfile", "FROM alpine\nRUN --mount=type=secret,id=npm_tokn,required=true npm ci\n");
        var token = _folder.Write("token", "s3cret");

        var error = RefuseToBuild(Image with { Secrets = [BuildSecret.OfFile("npm_token", token)] });

        Assert.Equal("KILN1016", error.Code);
        Assert.Equal(
            $"Image 'app': line 2 of '{_folder["Dockerfile"]}' mounts the secret 'npm_tokn', which the image does not name. Did you mean 'npm_token'? "
            + "Add BuildSecret.OfVariable(\"npm_tokn\") or BuildSecret.OfFile(…) to its Secrets.",
            error.Message);
    }

    [Fact]
    public void A_step_that_runs_without_its_secret_is_told_once()
    {
        _folder.Write("Dockerfile", "ARG NAME=npm\nFROM alpine AS unused\nRUN --mount=type=secret,id=other x\nFROM alpine\nARG NAME\nRUN --mount=type=secret,id=$NAME a\nRUN --mount=type=secret,target=/root/.npmrc b\nRUN --mount=type=secret,id=$UNKNOWN c\n");
        var said = new Said();
        var image = Image with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };

        SecretChecks.Require([image], [image], Platform.LinuxAmd64, said);

        Assert.Equal(
            ["line 6 of", "line 7 of"],
            said.Lines.Select(x => x["warning: Image 'app': ".Length..][..9]));
        Assert.Contains("mounts the secret 'npm', which the image does not name; the step runs without it. Add BuildSecret.OfVariable(\"npm\")", said.Lines[0]);
        Assert.Contains("'.npmrc'", said.Lines[1]);
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
