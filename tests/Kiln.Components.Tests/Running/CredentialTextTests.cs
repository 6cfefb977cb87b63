using Kiln.Components.Running;
using Kiln.Oci.Registries;

namespace Kiln.Components.Tests.Running;

public sealed class CredentialTextTests
{
    [Theory]
    [InlineData("harbor.example.com=robot:secret", "harbor.example.com", "robot", "secret")]
    [InlineData("127.0.0.1:5000=robot$a:se:cr=et", "127.0.0.1:5000", "robot$a", "se:cr=et")]
    public void Is_a_host_a_name_and_a_password_that_may_hold_anything(string text, string host, string user, string password)
    {
        var (key, value) = CredentialText.Parse(text);

        Assert.Equal(host, key);
        Assert.Equal(RegistryCredential.OfPassword(user, password), value);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("harbor.example.com=secret")]
    [InlineData("=robot:secret")]
    [InlineData("harbor.example.com=:secret")]
    [InlineData("harbor.example.com=secret:")]
    public void Anything_else_is_refused_without_being_shown(string text)
    {
        var error = Assert.Throws<KilnException>(() => CredentialText.Parse(text));

        Assert.Equal("KILN1015", error.Code);
        Assert.DoesNotContain("secret", error.Message);
    }
}
