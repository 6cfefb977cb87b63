/// <summary>A folder under <c>samples</c>.</summary>
enum Sample
{
    /// <summary>One image for two platforms.</summary>
    GoServer,

    /// <summary>Six images that are made from each other.</summary>
    Shop,

    /// <summary>One image of each language that Scaffold knows.</summary>
    Languages,

    /// <summary>What guides tell people to do, before and after.</summary>
    Lessons,
}
