using System.Reflection;

namespace Kiln.Contracts.PublicApi;

public class EngineApiTests
{
    private static readonly Assembly Engine = Assembly.Load("Kiln.Engine");

    [Fact]
    public void Every_public_and_protected_member_is_one_of_NUKE()
    {
        var types = Engine.GetTypes().Where(x => x.IsVisible && IsOfNuke(x));

        var differences = ApiComparison.Differences(ApiLists.Of(types), ApiLists.OfNuke());

        Contract.Holds(differences);
    }

    [Fact]
    public void Shows_no_type_outside_the_namespaces_of_NUKE()
    {
        string[] meantForKiln = [];

        var others = Engine.GetTypes().Where(x => x.IsVisible && !IsOfNuke(x)).Select(x => x.FullName!);

        Contract.Holds(others.Except(meantForKiln));
    }

    [Fact]
    public void The_list_holds_only_types_that_the_engine_declares()
    {
        var declared = Engine.GetTypes().Where(x => x.IsVisible).Select(x => x.FullName!);

        var listed = ApiLists.OfNuke().Select(x => x.Type).Distinct();

        Contract.Holds(listed.Except(declared));
    }

    private static bool IsOfNuke(Type type) => type.Namespace == "Nuke" || type.Namespace?.StartsWith("Nuke.") == true;
}
