using Kiln.Scanning;
using Kiln.Tests.Oci.Layers;

namespace Kiln.Tests.Scanning.Checks;

public sealed class FileCheckTests
{
    const string Key = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n";
    static readonly string TwoMegabytes = new('x', 2_000_000);

    [Fact]
    public async Task A_key_that_a_later_layer_deletes_is_still_in_the_image()
    {
        var findings = await CheckedImage.CheckAsync(new TestArchive().File("root/.ssh/id_ed25519", Key), new TestArchive().Remove("root/.ssh/id_ed25519"));

        var finding = Assert.Single(findings);
        Assert.Equal(("KILN-SECRET-FILE", FindingClass.Secret, FindingSeverity.High), (finding.Id, finding.Class, finding.Severity));
        Assert.Equal("a private key, which a later layer replaces or deletes, and the image still has", finding.Title);
        Assert.Equal(("/root/.ssh/id_ed25519", "RUN step 0"), (finding.File, finding.Instruction));
        Assert.NotNull(finding.DiffId);
    }

    [Theory]
    [InlineData("app/.env", "DB_PASSWORD=correct horse\n", "KILN-SECRET-FILE")]
    [InlineData("app/.env", "PORT=80\n", "KILN-DOUBTFUL-FILE")]
    [InlineData("root/.npmrc", "//registry.npmjs.org/:_authToken=npm_secret\n", "KILN-SECRET-FILE")]
    [InlineData("src/.git/config", "[http]\n\textraheader = AUTHORIZATION: basic c2VjcmV0\n", "KILN-SECRET-FILE")]
    [InlineData("src/.git/HEAD", "ref: refs/heads/main\n", "KILN-GIT-FOLDER")]
    [InlineData("usr/lib/python3/test/ssl_key.pem", Key, null)]
    [InlineData("app/node_modules/tls/test/key.pem", Key, null)]
    [InlineData("etc/ssl/certs/ca.pem", "-----BEGIN CERTIFICATE-----\n", null)]
    public async Task Files_are_judged_by_name_and_content(string path, string content, string? id) =>
        Assert.Equal(id is null ? [] : [id], (await CheckedImage.CheckAsync(new TestArchive().File(path, content))).Select(x => x.Id));

    [Fact]
    public async Task Rights_are_told_layer_by_layer()
    {
        var findings = await CheckedImage.CheckAsync(
            new TestArchive().File("usr/bin/su", "s", 0b100_111_101_101).File("usr/bin/passwd", "p", 0b100_111_101_101).File("usr/bin/ls", "l", 0b111_101_101),
            new TestArchive().Folder("tmp", 0b001_111_111_111).Folder("data", 0b111_111_111).File("app/settings.json", "{}", 0b110_110_110).Link("sh", "dash"));

        Assert.Equal(
            [("KILN-SETUID", "RUN step 0", null), ("KILN-WORLD-WRITABLE", "RUN step 1", null)],
            findings.Select(x => (x.Id, x.Instruction, x.File)));
        Assert.EndsWith(": /usr/bin/su, /usr/bin/passwd", findings[0].Title, StringComparison.Ordinal);
        Assert.Equal("every user may write to /app/settings.json, /data", findings[1].Title);
    }

    [Fact]
    public async Task What_is_mended_above_is_not_told()
    {
        var findings = await CheckedImage.CheckAsync(
            new TestArchive().Folder("data", 0b111_111_111).File("usr/bin/su", "s", 0b100_111_101_101),
            new TestArchive().Folder("data", 0b111_101_101).Remove("usr/bin/su"));

        Assert.Empty(findings);
    }

    [Fact]
    public async Task Caches_are_told_where_they_are_still_to_be_seen()
    {
        var cached = new TestArchive().File("var/lib/apt/lists/packages", TwoMegabytes).File("home/app/.cache/pip/http/1", "small");

        var finding = Assert.Single(await CheckedImage.CheckAsync(cached));

        Assert.Equal("KILN-PACKAGE-CACHE", finding.Id);
        Assert.Contains("2.0 MB: /var/lib/apt/lists/packages (2.0 MB), /home/app/.cache/pip/http/1 (5 B)", finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_pulled_for_nothing_are_counted_in_the_layer_that_has_them()
    {
        var findings = await CheckedImage.CheckAsync(
            new TestArchive().Folder("a").File("a/deleted", TwoMegabytes).File("b/emptied/deep/file", TwoMegabytes).File("c", TwoMegabytes).File("kept", TwoMegabytes),
            new TestArchive().Remove("a").Empty("b").File("c", "replaced").File("b/emptied/new", TwoMegabytes).File("small", "small"),
            new TestArchive().Remove("small"));

        var finding = Assert.Single(findings);
        Assert.Equal(("KILN-WASTED-BYTES", "RUN step 0"), (finding.Id, finding.Instruction));
        Assert.Contains("6.0 MB: /a/deleted (2.0 MB), /b/emptied/deep/file (2.0 MB), /c (2.0 MB);", finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shells_and_package_managers_matter_where_an_image_is_minimal()
    {
        static TestArchive Debian() => new TestArchive().File("bin/dash").Link("bin/sh", "dash").File("usr/bin/apt-get").File("app/sh");

        var findings = await CheckedImage.CheckAsync(CheckedImage.Settings(), x => x with { IsMinimal = true }, [Debian()]);

        Assert.Equal(["KILN-SHELL", "KILN-PACKAGE-MANAGER"], findings.Select(x => x.Id));
        Assert.EndsWith(": /bin/dash, /bin/sh", findings[0].Title, StringComparison.Ordinal);
        Assert.Empty(await CheckedImage.CheckAsync(Debian()));
    }

    [Theory]
    [InlineData("ID=debian\nVERSION_ID=\"10\"\nPRETTY_NAME=\"Debian GNU/Linux 10 (buster)\"\n", "Debian GNU/Linux 10 (buster) has had no updates since 2024-06-30")]
    [InlineData("ID=alpine\nVERSION_ID=3.15.4\n", "alpine 3.15.4 has had no updates since 2023-11-01")]
    [InlineData("ID=debian\nVERSION_ID=\"13\"\n", null)]
    [InlineData("ID=own\nVERSION_ID=1\nSUPPORT_END=2026-11-27\n", "own 1 has had no updates since 2026-11-27")]
    [InlineData("ID=own\nVERSION_ID=1\nSUPPORT_END=2026-11-28\n", null)]
    [InlineData("ID=own\nVERSION_ID=1\n", null)]
    public async Task A_base_without_updates_is_refused(string release, string? title)
    {
        var findings = await CheckedImage.CheckAsync(
            new TestArchive().File("usr/lib/os-release", "ID=debian\nVERSION_ID=8\n"),
            new TestArchive().File("usr/lib/os-release", release).Link("etc/os-release", "../usr/lib/os-release"));

        Assert.Equal(title is null ? [] : [$"{title}; take a newer base"], findings.Select(x => x.Title));
        Assert.All(findings, x => Assert.Equal(("KILN-END-OF-SUPPORT", FindingSeverity.High, "RUN step 1"), (x.Id, x.Severity, x.Instruction)));
    }

    [Fact]
    public async Task What_no_builder_writes_is_told_and_written_nowhere()
    {
        var findings = await CheckedImage.CheckAsync(new TestArchive().File("../../kiln-was-here").Device("dev/mem"));

        Assert.Equal([("KILN-PATH-OUTSIDE", FindingSeverity.High), ("KILN-DEVICE", FindingSeverity.Medium)], findings.Select(x => (x.Id, x.Severity)));
    }
}
