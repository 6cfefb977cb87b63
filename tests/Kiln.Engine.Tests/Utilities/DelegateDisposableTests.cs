using Nuke.Common.Utilities;

namespace Kiln.Engine.Tests.Utilities;

public class DelegateDisposableTests
{
    private readonly List<string> _log = [];

    private static string Shared { get; set; } = "former";

    [Fact]
    public void Brackets_a_scope()
    {
        using (DelegateDisposable.CreateBracket(() => _log.Add("begin"), () => _log.Add("end")))
            _log.Add("inside");

        Assert.Equal(["begin", "inside", "end"], _log);
    }

    [Fact]
    public void Hands_what_was_set_up_to_the_clean_up()
    {
        using (DelegateDisposable.CreateBracket(() => "thing", _log.Add))
            _log.Add("inside");

        Assert.Equal(["inside", "thing"], _log);
    }

    [Fact]
    public void Restores_a_property_and_a_variable()
    {
        var local = 1;

        using (DelegateDisposable.SetAndRestore(() => Shared, "changed"))
        using (DelegateDisposable.SetAndRestore(() => local, 2))
            Assert.Equal(("changed", 2), (Shared, local));

        Assert.Equal(("former", 1), (Shared, local));
    }

    [Fact]
    public void Combined_ones_end_inside_out()
    {
        var outer = DelegateDisposable.CreateBracket(cleanup: () => _log.Add("outer"));
        var inner = DelegateDisposable.CreateBracket(cleanup: () => _log.Add("inner"));

        outer.CombineWith(inner).CombineWith(() => _log.Add("begin"), () => _log.Add("first")).Dispose();

        Assert.Equal(["begin", "first", "inner", "outer"], _log);
    }
}
