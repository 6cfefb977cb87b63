using System.Text.Json.Nodes;
using Kiln.Oci.Registries;
using Kiln.Pushing;
using Kiln.Pushing.Outputs;

namespace Kiln.Tests.Pushing;

public sealed class PushOutputTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Jobs_that_come_after_find_each_image_by_its_digest()
    {
        var api = Pushed("api", "registry.example.com/team");
        var mirrored = Pushed("api", "mirror.example.com/team");
        var worker = Pushed("2nd/worker", "registry.example.com/team");
        var output = _folder.Write("output", "earlier=1\n");

        PushOutputs.Write(_folder["images"], output, [api, mirrored, worker]);

        var digest = api.Place.Image.Digest;
        Assert.Equal(
            $"API_IMAGE=registry.example.com/team/api@{digest}\nAPI_DIGEST={digest}\n_2ND_WORKER_IMAGE=registry.example.com/team/2nd/worker@{digest}\n_2ND_WORKER_DIGEST={digest}\n",
            File.ReadAllText(_folder["images/pushed.env"]));
        Assert.Equal(
            $"earlier=1\napi-image=registry.example.com/team/api@{digest}\napi-digest={digest}\n_2nd-worker-image=registry.example.com/team/2nd/worker@{digest}\n_2nd-worker-digest={digest}\n",
            File.ReadAllText(output));
        Assert.Equal(
            $"""
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            images:
            - name: "api"
              newName: "registry.example.com/team/api"
              digest: "{digest}"
            - name: "2nd/worker"
              newName: "registry.example.com/team/2nd/worker"
              digest: "{digest}"

            """,
            File.ReadAllText(_folder["images/kustomize/kustomization.yaml"]));
        var images = JsonNode.Parse(File.ReadAllText(_folder["images/pushed.json"]))!["images"]!.AsArray();
        Assert.Equal(
            [$"registry.example.com/team/api@{digest}", $"mirror.example.com/team/api@{digest}", $"registry.example.com/team/2nd/worker@{digest}"],
            images.Select(x => (string?)x!["reference"]));
        Assert.Equal("application/spdx+json", (string?)images[0]!["attached"]![0]!["artifactType"]);
    }

    [Fact]
    public void Two_images_whose_names_would_give_one_variable_get_none()
    {
        Assert.Equal("", PushedVariables.Dotenv([Pushed("a-b", "registry.example.com/x"), Pushed("a_b", "registry.example.com/x")]));
    }

    static PublishedImage Pushed(string name, string registry)
    {
        var digest = Digest.OfBytes([9]);
        return new PublishedImage(name, new PushResult
        {
            Image = RegistryNamespace.Parse(registry).Image(name).WithDigest(digest),
            Tags = ["1"],
            Attached = [new AttachedContent("application/spdx+json", Digest.OfBytes([3]), true)],
        });
    }
}
