using Kiln.Buildx;
using Kiln.Images;

namespace Kiln.Tests.Buildx;

public sealed class BakePlanTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, string dockerfile)
    {
        _folder.Write($"{name}/Dockerfile", dockerfile);
        return new ImageSpec(name, _folder[name]);
    }

    BakeDefinition Plan(params ImageSpec[] images)
    {
        var request = new BuildRequest
        {
            Images = [.. images],
            Engine = new ContainerEngine { BuildxCommand = ["buildx"], EngineVersion = "28", BuildxVersion = new(0, 29), Origin = "a test" },
            Folders = new BuildFolders("/repository", "/repository/artifacts", "/repository/.nuke/temp"),
        };
        return new BakeDefinition([.. BakePlan.Targets(request, ImageGraph.Of(request.Images, Platform.LinuxAmd64)).SelectMany(x => x)]);
    }

    [Fact]
    public void An_image_that_another_is_made_from_is_its_target_in_the_same_solve()
    {
        var json = Plan(
            Image("app", "FROM team/base.os\n") with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64], BuildArgs = [new("HOME", "${HOME} %{x}")] },
            Image("team/base.os", "FROM scratch\n")).ToJson();

        Assert.Equal(
            $$"""
            {
              "target": {
                "app": {
                  "context": "/repository/.nuke/temp/build-images/contexts/app",
                  "dockerfile": "{{_folder["app/Dockerfile"]}}",
                  "contexts": {
                    "team/base.os": "target:team-SLASH-base-DOT-os"
                  },
                  "platforms": [
                    "linux/amd64",
                    "linux/arm64"
                  ],
                  "args": {
                    "HOME": "$${HOME} %%{x}"
                  },
                  "output": [
                    {
                      "type": "oci",
                      "dest": "/repository/.nuke/temp/build-images/layouts/app",
                      "tar": "false",
                      "rewrite-timestamp": "true",
                      "source-date-epoch": "315532800"
                    }
                  ]
                },
                "team-SLASH-base-DOT-os": {
                  "context": "/repository/.nuke/temp/build-images/contexts/team-SLASH-base-DOT-os",
                  "dockerfile": "{{_folder["team/base.os/Dockerfile"]}}",
                  "platforms": [
                    "linux/amd64"
                  ],
                  "output": [
                    {
                      "type": "oci",
                      "dest": "/repository/.nuke/temp/build-images/layouts/team-SLASH-base-DOT-os",
                      "tar": "false",
                      "rewrite-timestamp": "true",
                      "source-date-epoch": "315532800"
                    }
                  ]
                }
              }
            }
            """,
            json);
    }

    [Fact]
    public void What_steps_are_given_is_written_as_buildx_takes_it()
    {
        var json = Plan(Image("app", "FROM scratch\n") with
        {
            Annotations = [new("com.example.team", "blue")],
            Secrets = [BuildSecret.OfFile("npm", "/home/me, myself/.npmrc"), BuildSecret.OfVariable("NUGET_TOKEN"), BuildSecret.OfVariable("feed", "FEED_TOKEN")],
            Ssh = ["default"],
            ExtraHosts = [new("mirror", "10.0.0.1")],
            SharedMemory = 134_217_728,
            ProcessLimits = [new("nofile", "1024:4096")],
            UncachedStages = ["build"],
        }).ToJson();

        Assert.Contains(
            """
                  "annotations": [
                    "manifest:com.example.team=blue"
                  ],
                  "secret": [
                    "type=file,id=npm,\"src=/home/me, myself/.npmrc\"",
                    "type=env,id=NUGET_TOKEN,env=NUGET_TOKEN",
                    "type=env,id=feed,env=FEED_TOKEN"
                  ],
                  "ssh": [
                    "default"
                  ],
                  "extra-hosts": {
                    "mirror": "10.0.0.1"
                  },
                  "shm-size": "134217728",
                  "ulimits": [
                    "nofile=1024:4096"
                  ],
                  "no-cache-filter": [
                    "build"
                  ],
            """.Replace("\r", ""),
            json);
    }

    [Fact]
    public void A_stage_that_is_measured_is_a_target_for_one_platform()
    {
        var single = Plan(Image("app", "FROM a AS build\nFROM scratch\n") with
        {
            SingleStage = "build",
            Platforms = [Platform.LinuxArm64, Platform.LinuxAmd64],
        }).Targets[1];

        Assert.Equal(("app-SINGLE-STAGE", "build", false), (single.Name, single.Stage, single.IsReproducible));
        Assert.Equal([Platform.LinuxArm64], single.Platforms);
    }

    [Fact]
    public void Images_in_a_circle_are_refused_with_the_way_around_it()
    {
        var error = Assert.Throws<KilnException>(() => ImageChecks.Require([Image("a", "FROM b\n"), Image("b", "FROM a\n")]));

        Assert.Equal("KILN1014", error.Code);
        Assert.Equal("Images are made from each other in a circle: a → b → a. Give one of them another base.", error.Message);
    }
}
