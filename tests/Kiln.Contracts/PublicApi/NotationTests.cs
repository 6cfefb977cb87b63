using System.Runtime.CompilerServices;

namespace Kiln.Contracts.PublicApi;

public class NotationTests
{
    [Fact]
    public void Writes_types_members_and_defaults_as_the_list_does()
    {
        string[] expected =
        [
            "public abstract class Specimen<T> : System.Attribute, System.IDisposable where T : class, new()",
            "public void Dispose()",
            "protected virtual T? Find<T>(int? at = default, string name = null) where T : struct",
            "public override string ToString()",
            "public static void Check(bool ok = true, [CallerArgumentExpression(\"ok\")] string text = null)",
            "protected Specimen(params System.Collections.Generic.List<(string, int)>[] pairs)",
            "public long Size { get; }",
            "public string this[int index] { get; set; }",
            "public const string Mark = \"m\"",
            "public interface ISpecimen",
            "public abstract int Count()",
            "public default int Twice()",
            "public enum Colour : int",
            "Red = 3",
            "public delegate TOut Change<in TIn, out TOut>(TIn value)",
        ];

        var lines = ApiLists.Of([typeof(Specimen<>), typeof(ISpecimen), typeof(Colour), typeof(Change<,>)]);

        Assert.Equal(expected.Order(), lines.Select(x => x.Signature).Order());
    }

    public abstract class Specimen<T> : Attribute, IDisposable
        where T : class, new()
    {
        public const string Mark = "m";

        protected Specimen(params List<(string Name, int Value)>[] pairs) => Size = pairs.Length;

        public long Size { get; internal set; }

        public string this[int index]
        {
            get => $"{index}";
            set => Size = value.Length;
        }

        public static void Check(bool ok = true, [CallerArgumentExpression(nameof(ok))] string? text = null) => _ = text;

        public void Dispose() => GC.SuppressFinalize(this);

        public override string ToString() => Mark;

#pragma warning disable CS0693 // the list holds such members too
        protected virtual T? Find<T>(int? at = null, string? name = null)
            where T : struct => null;
#pragma warning restore CS0693
    }

    public interface ISpecimen
    {
        int Count();

        int Twice() => 2 * Count();
    }

    public enum Colour
    {
        Red = 3,
    }

    public delegate TOut Change<in TIn, out TOut>(TIn value);
}
