using System.Text.Json.Nodes;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using Kiln.Scanning.Reports;

namespace Kiln.Tests.Scanning;

public sealed class ExemptionFileTests
{
    static readonly DateOnly Day = new(2027, 1, 31);

    [Fact]
    public void Trivy_by_hand_lets_the_same_pass()
    {
        var text = TrivyIgnoreFile.Of(
        [
            new("CVE-2021-23337", "no \"template\" from outside", Day) { Package = "lodash" },
            new("github-pat", "a dummy", Day) { File = "/app/test.env" },
            new("KILN-ROOT-USER", "Kiln's own", Day),
        ]);

        Assert.Equal(
            """
            vulnerabilities:
              - id: "CVE-2021-23337"
                expired_at: 2027-02-01
                statement: "no \u0022template\u0022 from outside (only in lodash)"
            secrets:
              - id: "github-pat"
                paths:
                  - "app/test.env"
                expired_at: 2027-02-01
                statement: "a dummy"

            """,
            text);
        Assert.Equal("", TrivyIgnoreFile.Of([]));
    }

    [Fact]
    public void VEX_tells_what_does_no_harm_from_what_is_borne()
    {
        static JudgedFinding Exempted(string id, bool isHarmless, FindingClass kind = FindingClass.Language) =>
            new([Platform.LinuxAmd64], new Finding(id, kind, FindingSeverity.High), Judgement.Exempted)
            {
                Exemption = new Exemption(id, "why", Day) { IsHarmless = isHarmless },
            };
        var image = Digest.OfBytes([1]);

        var vex = OpenVex.Of(image, "team/api", DateTimeOffset.UnixEpoch, [Exempted("CVE-1", true), Exempted("CVE-2", false), Exempted("key", true, FindingClass.Secret)]);

        var statements = vex["statements"]!.AsArray();
        Assert.Equal([("CVE-1", "not_affected"), ("CVE-2", "affected")], statements.Select(x => ((string?)x!["vulnerability"]!["name"], (string?)x["status"])));
        Assert.Equal("why (until 2027-01-31)", (string?)statements[0]!["impact_statement"]);
        Assert.Equal("why (until 2027-01-31)", (string?)statements[1]!["action_statement"]);
        Assert.All(statements, x => Assert.Equal($"pkg:oci/api@sha256%3A{image.Hex}", (string?)x!["products"]![0]!["@id"]));
        Assert.Equal("1970-01-01T00:00:00Z", (string?)vex["timestamp"]);
        Assert.IsType<JsonArray>(vex["statements"]);
    }
}
