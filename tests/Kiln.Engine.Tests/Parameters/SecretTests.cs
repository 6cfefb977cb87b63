using Kiln.Engine.Output;
using Kiln.Engine.Tests.Runs;

namespace Kiln.Engine.Tests.Parameters;

public sealed class SecretTests : IDisposable
{
    // Made by openssl from 'top-secret-value' with the password 'hunter2'.
    const string Encrypted = "v1:YaWvWOxlpRcMD3xV5H0eEcnNE87vC9A7dQySn4uIt1w=";

    readonly TestRepository _repository = new();

    [Theory]
    [InlineData("PARAMS_KEY")]
    [InlineData("NUKE_PARAMS_KEY")]
    public void A_secret_of_the_default_file_is_decrypted(string variable)
    {
        _repository.WithFile(".nuke/parameters.json", $$"""{ "ApiKey": "{{Encrypted}}" }""").WithVariable(variable, "hunter2");

        var run = _repository.Run<ParameterBuild>("Show");

        Assert.Equal("top-secret-value", run.BuildAs<ParameterBuild>().ApiKey);
    }

    [Fact]
    public void The_password_may_be_an_argument()
    {
        _repository.WithFile(".nuke/parameters.json", $$"""{ "ApiKey": "{{Encrypted}}" }""");

        var run = _repository.Run<ParameterBuild>("Show --params-key hunter2");

        Assert.Equal("top-secret-value", run.BuildAs<ParameterBuild>().ApiKey);
    }

    [Fact]
    public void A_profile_has_a_password_of_its_own()
    {
        _repository.WithFile(".nuke/parameters.dev.json", $$"""{ "ApiKey": "{{Encrypted}}" }""").WithVariable("PARAMS_DEV_KEY", "hunter2");

        var run = _repository.Run<ParameterBuild>("Show --profile dev");

        Assert.Equal("top-secret-value", run.BuildAs<ParameterBuild>().ApiKey);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public void Without_the_right_password_the_secret_is_missing_with_a_warning(string? password)
    {
        _repository.WithFile(".nuke/parameters.json", $$"""{ "ApiKey": "{{Encrypted}}" }""");
        if (password is not null)
            _repository.WithVariable("PARAMS_KEY", password);

        var run = _repository.Run<ParameterBuild>("Show");

        Assert.Equal(0, run.ExitCode);
        Assert.Null(run.BuildAs<ParameterBuild>().ApiKey);
        Assert.Contains("[WRN] Could not decrypt ApiKey", run.Output);
    }

    [Fact]
    public void Secrets_are_masked_wherever_they_are_written()
    {
        var run = _repository.Run<ParameterBuild>("ShowSecret --api-key sesame-open");

        Assert.Contains("[INF] key [REDACTED]\n", run.Output);
        Assert.Contains("\n[REDACTED]\n", run.Output);
        Assert.Contains("// Exception: no entry with [REDACTED]", run.Output);
        Assert.DoesNotContain("sesame", run.Output);
        Assert.DoesNotContain("sesame", File.ReadAllText(_repository.At(".nuke/temp/build.log")));
    }

    [Fact]
    public void A_writer_holds_back_only_what_may_become_a_secret()
    {
        var mask = new SecretMask();
        mask.Add("abcdef");
        var inner = new StringWriter();
        var writer = new MaskedWriter(inner, mask);

        writer.Write("xabc");
        Assert.Equal("x", inner.ToString());
        writer.Write("dx");
        Assert.Equal("xabcdx", inner.ToString());
        writer.Write("abc");
        writer.Flush();
        Assert.Equal("xabcdxabc", inner.ToString());
    }

    public void Dispose() => _repository.Dispose();
}
