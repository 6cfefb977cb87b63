using Kiln.Secrets;

namespace Kiln.Tests.Secrets;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("DB_PASSWORD")]
    [InlineData("PGPASSWORD")]
    [InlineData("clientSecret")]
    [InlineData("apiKey")]
    [InlineData("SIGNING_KEY")]
    [InlineData("SIGNINGKEY")]
    [InlineData("DB_PWD")]
    [InlineData("SMTP_PASS")]
    [InlineData("npm_config__auth")]
    public void A_name_that_ends_as_secrets_do_is_one_of_a_secret(string name)
    {
        Assert.True(SecretNames.IsOne(name));
        Assert.True(SecretNames.IsAboutOne(name));
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("GITHUB_TOKEN_PERMISSIONS")]
    public void A_name_can_speak_of_a_secret_that_is_not_its_value(string name)
    {
        Assert.False(SecretNames.IsOne(name));
        Assert.True(SecretNames.IsAboutOne(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("PWD")]
    [InlineData("CACHE_KEY")]
    [InlineData("GPG_KEY")]
    [InlineData("SSH_PUBLIC_KEY")]
    [InlineData("TOKEN_LIFETIME")]
    [InlineData("POSTGRES_PASSWORD_FILE")]
    [InlineData("MYSQL_ALLOW_EMPTY_PASSWORD")]
    [InlineData("COMPASS")]
    public void Others_are_not(string name)
    {
        Assert.False(SecretNames.IsOne(name));
        Assert.False(SecretNames.IsAboutOne(name));
    }
}
