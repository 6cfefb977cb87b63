using Kiln.Engine.Tests.Parameters;
using Kiln.Engine.Tests.Runs;

namespace Kiln.Engine.Tests.Schema;

public sealed class BuildSchemaTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Fact]
    public void The_schema_describes_targets_and_parameters()
    {
        _repository.Run<ParameterBuild>("--help");

        Snapshot.Equals(File.ReadAllText(_repository.At(".nuke/build.schema.json")), "build.schema.json");
    }

    [Fact]
    public void An_unchanged_schema_is_not_written_again()
    {
        var file = _repository.At(".nuke/build.schema.json");
        _repository.Run<ParameterBuild>("--help");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        _repository.Run<ParameterBuild>("Show");

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public void A_parameter_file_is_made_only_when_there_is_none()
    {
        _repository.Run<ParameterBuild>("--help");
        Assert.Equal("{\n  \"$schema\": \"./build.schema.json\"\n}\n", File.ReadAllText(_repository.At(".nuke/parameters.json")));

        _repository.WithFile(".nuke/parameters.json", "{}").Run<ParameterBuild>("--help");
        Assert.Equal("{}", File.ReadAllText(_repository.At(".nuke/parameters.json")));
    }

    public void Dispose() => _repository.Dispose();
}
