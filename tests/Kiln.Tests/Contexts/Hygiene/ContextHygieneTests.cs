using Kiln.Contexts;
using Kiln.Contexts.Hygiene;
using Kiln.Primitives;

namespace Kiln.Tests.Contexts.Hygiene;

public sealed class ContextHygieneTests
{
    [Theory]
    [InlineData("keys/id_rsa", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl", "a private key")]
    [InlineData("tls/server.pem", "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMII", "a private key")]
    [InlineData("tls/Server.KEY", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMII", "a private key")]
    [InlineData("tls/old.key", "-----BEGIN RSA PRIVATE KEY-----\nMII", "a private key")]
    [InlineData("login.ppk", "PuTTY-User-Key-File-3: ssh-ed25519\n", "a private key")]
    [InlineData(".env", "PORT=8080\nexport DB_PASSWORD='hunter22'\n", "a value for DB_PASSWORD")]
    [InlineData("api/.env.production", "API_KEY=sk-1234", "a value for API_KEY")]
    [InlineData("prod.env", "DATABASE_URL=postgres://app:hunter22@db.example.com/app", "a value for DATABASE_URL")]
    [InlineData(".npmrc", "registry=https://npm.example.com/\n//npm.example.com/:_authToken=npm_1234", "a token for npm packages")]
    [InlineData(".yarnrc.yml", "npmScopes:\n  mine:\n    npmAuthToken: \"abcd\"\n", "a token for npm packages")]
    [InlineData(".netrc", "machine example.com login me password hunter22", "a password")]
    [InlineData(".pypirc", "[pypi]\nusername = __token__\npassword = pypi-1234", "a password")]
    [InlineData("pip.conf", "[global]\nindex-url = https://me:hunter22@pypi.example.com/simple", "an address with a password")]
    [InlineData("src/NuGet.Config", "<add key=\"ClearTextPassword\" value=\"hunter22\" />", "a password for a package feed")]
    [InlineData(".git-credentials", "https://me:ghp_1234@github.com", "an address with a password")]
    [InlineData("home/.aws/credentials", "[default]\naws_access_key_id = AKIA\naws_secret_access_key = wJal", "an access key for AWS")]
    [InlineData(".docker/config.json", "{\"auths\": {\"example.com\": {\"auth\": \"bWU6aHVudGVy\"}}}", "a login for a registry")]
    [InlineData(".kube/config", "users:\n- name: me\n  user:\n    client-key-data: LS0t", "a login for a Kubernetes cluster")]
    [InlineData("deploy/kubeconfig", "users:\n- user:\n    token: abcd", "a login for a Kubernetes cluster")]
    [InlineData("ci-service-account.json", "{\"private_key\": \"-----BEGIN PRIVATE KEY-----\"}", "a key for Google Cloud")]
    [InlineData(".pgpass", "db.example.com:5432:app:app:hunter22", "a password")]
    [InlineData(".vault-token", "hvs.1234", "a token for Vault")]
    public void Secrets_are_known_by_name_and_content(string path, string content, string what)
    {
        var finding = Assert.Single(Inspect((path, content)));

        Assert.Equal((path, content.Length, what, path, true), (finding.Path, (int)finding.Bytes, finding.What, finding.IgnoreLine, finding.IsSecret));
    }

    [Theory]
    [InlineData("ca.pem", "-----BEGIN CERTIFICATE-----\nMII")]
    [InlineData("public.key", "-----BEGIN PUBLIC KEY-----\nMII")]
    [InlineData("talk.key", "PK\u0003\u0004 a presentation")]
    [InlineData("id_rsa.pub", "ssh-rsa AAAA me@example.com")]
    [InlineData("docs/keys.md", "-----BEGIN PRIVATE KEY-----")]
    [InlineData(".env.example", "PASSWORD=hunter22")]
    [InlineData("sample.env", "PASSWORD=hunter22")]
    [InlineData(".env", "")]
    [InlineData(".env", "# nothing yet\n\n")]
    [InlineData("src/environment.ts", "export const password = 'hunter22';")]
    [InlineData(".envrc", "use flake")]
    [InlineData(".npmrc", "")]
    [InlineData(".npmrc", "registry=https://npm.example.com/\n//npm.example.com/:_authToken=${NPM_TOKEN}\n; _auth=old")]
    [InlineData(".netrc", "machine example.com login me")]
    [InlineData(".pypirc", "[pypi]\nusername = __token__\npassword = %PYPI_TOKEN%")]
    [InlineData("NuGet.Config", "<add key=\"ClearTextPassword\" value=\"%FEED_TOKEN%\" />")]
    [InlineData("NuGet.Config", "<add key=\"nuget.org\" value=\"https://api.nuget.org/v3/index.json\" />")]
    [InlineData(".docker/config.json", "{\"auths\": {\"example.com\": {}}, \"credsStore\": \"desktop\"}")]
    [InlineData("src/config.json", "{\"auth\": \"basic\"}")]
    [InlineData(".aws/config", "[default]\nregion = eu-central-1")]
    [InlineData("k8s/config", "token: abcd")]
    [InlineData(".kube/config", "users:\n- user:\n    exec:\n      command: aws")]
    [InlineData("credentials.json", "{\"users\": []}")]
    [InlineData(".gitignore", "*.pem")]
    [InlineData("mygit/config", "extraheader = AUTHORIZATION: basic abcd")]
    public void What_only_looks_like_one_is_nothing_to_speak_of(string path, string content) => Assert.Empty(Inspect((path, content)));

    [Theory]
    [InlineData("NEXT_PUBLIC_API_KEY=abcd")]
    [InlineData("MAX_TOKENS=1000\nTOKEN_URL=https://example.com")]
    [InlineData("DB_PASSWORD=\nAPI_KEY=${API_KEY}\nSECRET=changeme\nTOKEN=<yours>")]
    [InlineData("DATABASE_URL=postgres://postgres:postgres@localhost:5432/app")]
    public void An_env_file_without_secrets_is_only_said(string content)
    {
        var finding = Assert.Single(Inspect((".env", content)));

        Assert.Equal(("settings of one machine", false), (finding.What, finding.IsSecret));
    }

    [Fact]
    public void Folders_of_packages_and_history_are_told_as_a_whole_and_not_looked_into()
    {
        var findings = Inspect(
            (".git/HEAD", "ref"),
            (".git/objects/ab/cd", "12345"),
            ("web/node_modules/a/index.js", "123"),
            ("web/node_modules/a/node_modules/b/test.key", "-----BEGIN PRIVATE KEY-----"),
            ("admin/node_modules/c.js", "1"),
            ("web/src/a.js", "1"),
            ("sub/.git", "gitdir: ../.git/modules/sub"));

        Assert.Equal(
            [
                new ContextFinding(".git", 8, "the whole history", ".git", IsSecret: false),
                new ContextFinding(
                    "admin/node_modules", 31, "packages, which a step of the build installs, and 1 more of that name", "**/node_modules", IsSecret: false),
            ],
            findings);
    }

    [Theory]
    [InlineData("[http \"https://github.com/\"]\n\textraheader = AUTHORIZATION: basic eDpnaHM=\n", "the token that the repository was cloned with")]
    [InlineData("[remote \"origin\"]\n\turl = https://me:ghp_1234@github.com/o/r.git\n", "an address with a password")]
    public void The_token_that_a_clone_keeps_is_a_secret(string configuration, string what)
    {
        var findings = Inspect((".git/config", configuration), (".git/HEAD", "ref"));

        Assert.Equal([(".git", false), (".git/config", true)], findings.Select(x => (x.Path, x.IsSecret)));
        Assert.Equal((what, ".git"), (findings[1].What, findings[1].IgnoreLine));
    }

    [Fact]
    public void What_is_allowed_by_name_is_left_alone_and_nothing_beside_it()
    {
        (string, string)[] files = [("tests/keys/a.key", Key), ("tests/keys/b.key", Key), ("tests/keys2/c.key", Key), (".git/HEAD", "ref")];

        var findings = Inspect([new("tests/keys/", "of no use outside of the tests"), new(".git", "the version is read from it")], files);

        Assert.Equal(["tests/keys2/c.key"], findings.Select(x => x.Path));
    }

    [Theory]
    [InlineData("a*b?.key", @"a\*b\?.key")]
    [InlineData("[a].key", @"\[a\].key")]
    [InlineData("#a.key", @"\#a.key")]
    [InlineData("!a.key", @"\!a.key")]
    public void The_line_means_that_path_alone(string path, string line)
    {
        var finding = Assert.Single(Inspect((path, Key)));

        Assert.Equal(line, finding.IgnoreLine);
        Assert.True(Kiln.Dockerfiles.DockerIgnore.Parse(line).IsIgnored(path));
    }

    [Theory]
    [InlineData("", "why")]
    [InlineData(".", "why")]
    [InlineData("../x", "why")]
    [InlineData("/etc/x", "why")]
    [InlineData("x", " ")]
    public void An_allowance_names_something_and_says_why(string path, string reason)
    {
        var failure = Assert.Throws<KilnException>(() => new ContextAllowance(path, reason));

        Assert.Equal(ErrorCodes.SecretInContext, failure.Code);
    }

    const string Key = "-----BEGIN PRIVATE KEY-----\nMII";

    static ValueList<ContextFinding> Inspect(params (string Path, string Content)[] files) => Inspect([], files);

    static ValueList<ContextFinding> Inspect(ValueList<ContextAllowance> allowed, params (string Path, string Content)[] files) => ContextHygiene.Inspect(
        [.. files.Select(x => new ContextEntry(x.Path, EntryKind.File, DateTime.UnixEpoch) { Size = x.Content.Length })],
        allowed,
        path => files.Single(x => x.Path == path).Content);
}
