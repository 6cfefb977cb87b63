using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Locking.Restoring;
using Kiln.Reporting;

namespace Kiln.Tests.Reporting;

public sealed class RestoreSummaryTests
{
    static readonly Digest One = Digest.Parse($"sha256:{new string('1', 64)}");
    static readonly Digest Two = Digest.Parse($"sha256:{new string('2', 64)}");

    [Fact]
    public void Says_what_is_new_what_is_stale_what_floats_and_what_has_a_network()
    {
        var entry = new LockedImage(One, [Platform.LinuxAmd64], DateTimeOffset.UnixEpoch) { Via = "harbor.example.com/hub" };
        var after = KilnLock.Empty with { Images = [new("docker.io/library/golang:1.24", entry)] };
        var inputs = new RestoredInputs
        {
            Policy = SourcePolicy.Everything,
            Lock = after,
            Count = 2,
            Diff = LockDiff.Between(KilnLock.Empty, after),
            Stale = [new("docker.io/library/alpine:3.20", One, Two)],
            Unused = [new(LockSection.Images, "docker.io/library/old:1")],
            Unconfirmed = ["gcr.io/a/b:1: gcr.io cannot be reached (no answer within 5 s)"],
            Floating = [new("alpine:edge", "tested against tomorrow's packages")],
            Steps =
            [
                new("api", new("api/Dockerfile", 3), "RUN apt-get update", HasNetwork: true),
                new("api", new("api/Dockerfile", 4), "RUN make", HasNetwork: false),
                new("web", new("web/Dockerfile", 2), "RUN make", HasNetwork: false),
            ],
            Objections = ["api/Dockerfile:9:1: There is no instruction 'RUNN'. Did you mean 'RUN'?"],
            Duration = TimeSpan.FromSeconds(0.3),
        };

        Assert.Equal(
            """
            Inputs    2 locked in kiln.lock (1 added), 0.3 s
                      + golang:1.24  sha256:111111111111…  (via harbor.example.com/hub)
            Stale     alpine:3.20  sha256:111111111111… → sha256:222222222222…; the locked one is used, './build.sh UpdateLock' takes the new one
            Floating  alpine:edge: tested against tomorrow's packages
            Network   1 of api's 2 RUN steps may download what no lock holds: api/Dockerfile:3
            Network   none of web's RUN steps has one
            """,
            string.Join('\n', RestoreSummary.Lines(inputs, "kiln.lock")));
        Assert.Equal(
            """
            api/Dockerfile:9:1: There is no instruction 'RUNN'. Did you mean 'RUN'?
            kiln.lock holds what nothing needs any more: docker.io/library/old:1. './build.sh UpdateLock' takes it out; CI refuses it
            Whether this can still be had is not known, the builder may have it: gcr.io/a/b:1: gcr.io cannot be reached (no answer within 5 s)
            """,
            string.Join('\n', RestoreSummary.Warnings(inputs, "kiln.lock")));
    }
}
