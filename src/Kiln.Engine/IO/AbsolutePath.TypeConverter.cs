using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.IO;

partial class AbsolutePath
{
    /// <summary>Reads what a person typed: a relative path is meant from the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object? value) =>
            value switch
            {
                null => null,
                string text when PathSyntax.RootOf(text) is not null => Create(text),
                string text => EnvironmentInfo.WorkingDirectory / text,
                _ => base.ConvertFrom(context, culture, value),
            };
    }
}
