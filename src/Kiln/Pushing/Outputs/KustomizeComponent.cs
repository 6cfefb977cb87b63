using System.Text;
using System.Text.Json;

namespace Kiln.Pushing.Outputs;

/// <summary>
/// What was pushed as a Kustomize component: a manifest that says <c>image: api</c> gets the digest that was pushed to the first registry
/// (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/).
/// </summary>
static class KustomizeComponent
{
    internal const string FolderName = "kustomize";
    internal const string FileName = "kustomization.yaml";

    internal static string Of(IEnumerable<PublishedImage> pushed)
    {
        var text = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n");
        foreach (var image in pushed.DistinctBy(x => x.Name))
        {
            text.Append("- name: ").Append(Quoted(image.Name)).Append('\n')
                .Append("  newName: ").Append(Quoted(image.Place.Image.WithoutTagAndDigest().ToString())).Append('\n')
                .Append("  digest: ").Append(Quoted(image.Digest.ToString())).Append('\n');
        }

        return text.ToString();
    }

    // JSON's text is YAML's too.
    static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
