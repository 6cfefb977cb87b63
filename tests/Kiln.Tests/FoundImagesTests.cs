namespace Kiln.Tests;

public sealed class FoundImagesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_Dockerfile_is_an_image_that_is_called_as_its_folder_and_those_of_tools_are_not()
    {
        Write("src/My App/Dockerfile", "src/OrderService/Dockerfile", "src/worker_2/Dockerfile", "node_modules/x/Dockerfile", ".git/Dockerfile", "src/api/bin/Dockerfile", "docs/Dockerfile.md");

        var images = FoundImages.In(_folder.Path);

        Assert.Equal(["my-app", "order-service", "worker-2"], images.Select(x => x.Name));
        Assert.Equal(_folder["src/My App"], images[0].Context);
    }

    [Fact]
    public void Folders_of_one_name_are_told_apart_by_their_paths()
    {
        Write("shop/api/Dockerfile", "blog/api/Dockerfile", "web/Dockerfile");

        Assert.Equal(["blog-api", "shop-api", "web"], FoundImages.In(_folder.Path).Select(x => x.Name));
    }

    [Fact]
    public void One_at_the_root_is_called_as_the_repository()
    {
        Write("Shop.Backend/Dockerfile");

        Assert.Equal("shop-backend", Assert.Single(FoundImages.In(_folder["Shop.Backend"])).Name);
        Assert.Empty(FoundImages.In(Directory.CreateDirectory(_folder["empty"]).FullName));
    }

    [Fact]
    public void The_template_s_first_image_is_one_only_as_long_as_there_is_no_other()
    {
        File.Copy(Path.Combine(RepositoryRoot.Path, "templates", "kiln", "app", "Dockerfile"), Path.Combine(Directory.CreateDirectory(_folder["app"]).FullName, "Dockerfile"));
        var alone = FoundImages.In(_folder.Path);
        Write("src/api/Dockerfile");

        Assert.Equal("app", Assert.Single(alone).Name);
        Assert.Equal("api", Assert.Single(FoundImages.In(_folder.Path)).Name);

        Write("app/Dockerfile");
        Assert.Equal(["app", "api"], FoundImages.In(_folder.Path).Select(x => x.Name));
    }

    void Write(params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            File.WriteAllText(_folder[file], "FROM scratch\n");
        }
    }
}
