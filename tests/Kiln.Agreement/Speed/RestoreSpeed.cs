using Kiln.Locking;
using Kiln.Locking.Restoring;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Agreement.Speed;

/// <summary>Times the pinning of ten images with thirty references, all of them different, first without a lock and then with one.</summary>
static class RestoreSpeed
{
    const int Images = 10;
    const int ReferencesOfEach = 3;
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public static async Task<int> PrintAsync(string registry)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-restore-speed-").FullName;
        try
        {
            var request = await PrepareAsync(RegistryNamespace.Parse(registry), folder);
            var cold = await RestoreAsync(request);
            var full = await RestoreAsync(request);
            var frozen = await RestoreAsync(request with { Mode = LockMode.Frozen });

            Console.WriteLine($"restore-speed: {Images} images, {cold.Count} references, {Environment.ProcessorCount} processors, {registry}");
            Console.WriteLine($"  cold lock            {cold.Duration.TotalSeconds:F2} s, {cold.Diff.Added.Count} added");
            Console.WriteLine($"  full lock            {full.Duration.TotalSeconds:F2} s");
            Console.WriteLine($"  full lock, frozen    {frozen.Duration.TotalSeconds:F2} s");
            return new[] { cold, full, frozen }.All(x => x.Duration <= Limit) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Task<RestoredInputs> RestoreAsync(RestoreRequest request) =>
        new InputRestorer(new CommandRunner()).RestoreAsync(request, CancellationToken.None);

    static async Task<RestoreRequest> PrepareAsync(RegistryNamespace registry, string folder)
    {
        using var client = new RegistryClient();
        var images = new List<ImageSpec>();
        foreach (var number in Enumerable.Range(0, Images))
        {
            var references = Enumerable.Range(0, ReferencesOfEach).Select(x => registry.Image($"speed/base-{number}-{x}").WithTag("1")).ToArray();
            foreach (var reference in references)
                await SampleImages.PushAsync(client, reference);
            var context = Directory.CreateDirectory(Path.Combine(folder, $"image-{number}")).FullName;
            var copies = references.Skip(1).Select(x => $"COPY --from={x} / /\n");
            File.WriteAllText(Path.Combine(context, "Dockerfile"), $"FROM {references[0]}\n{string.Concat(copies)}");
            images.Add(new ImageSpec($"image-{number}", context) { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] });
        }

        return new RestoreRequest { Images = images.ToValueList(), Root = folder, LockFile = Path.Combine(folder, "kiln.lock") };
    }
}
