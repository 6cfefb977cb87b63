using System.Globalization;
using Kiln.Locking.Format.Json;
using Kiln.Primitives;

namespace Kiln.Locking.Format;

/// <summary>Makes a lock of its JSON, or says all that is wrong with it.</summary>
sealed class LockReader(LockProblems problems)
{
    static readonly ValueList<string> Sections = Enum.GetValues<LockSection>().Select(x => x.Name()).ToValueList();

    public static KilnLock Read(JsonPart.Object root, string path)
    {
        var problems = new LockProblems();
        RequireVersion(root, path, problems);
        var content = new LockReader(problems).Read(root);
        return problems.Sorted is { Count: > 0 } all ? throw LockErrors.Unreadable(path, all) : content;
    }

    // First of all: another form may lack what this one requires, and then that would be complained of.
    static void RequireVersion(JsonPart.Object root, string path, LockProblems problems)
    {
        var version = root.Members.FirstOrDefault(x => x.Name == "version");
        if (version is null)
            problems.Add(root.Line, $"\"version\" is missing; write \"version\": {KilnLock.CurrentVersion}");
        else if (version.Value is not JsonPart.Plain { Raw: var raw } || raw.Any(x => !char.IsAsciiDigit(x)))
            problems.Add(
                version.Line,
                $"\"version\" is {version.Value.Kind}, not a whole number; write {KilnLock.CurrentVersion}");
        else if (!int.TryParse(raw, CultureInfo.InvariantCulture, out var number) || number > KilnLock.CurrentVersion)
            throw LockErrors.TooNew(path, raw);
        else if (number < KilnLock.CurrentVersion)
            problems.Add(version.Line, $"\"version\" is {raw}; write {KilnLock.CurrentVersion}, the first there was");
    }

    KilnLock Read(JsonPart.Object root)
    {
        var fields = new FieldReader(root, "", problems);
        var content = new KilnLock
        {
            Images = Section(fields, LockSection.Images, EntryReader.Image),
            Gits = Section(fields, LockSection.Gits, EntryReader.Git),
            Urls = Section(fields, LockSection.Urls, EntryReader.Url),
            Actions = Section(fields, LockSection.Actions, EntryReader.Action),
            Tools = Section(fields, LockSection.Tools, EntryReader.Tool),
        };
        var others = root.Members.Where(x => x.Name != "version" && !Sections.Contains(x.Name)).ToArray();
        return content with
        {
            OtherSections =
            [
                .. others.Where(x => x.Value is JsonPart.Object)
                    .Select(x => KeyValuePair.Create(x.Name, Unknown(x.Name, (JsonPart.Object)x.Value))),
            ],
            Extra =
            [
                .. others.Where(x => x.Value is not JsonPart.Object)
                    .Select(x => KeyValuePair.Create(x.Name, new RawJson(x.Value.Raw))),
            ],
        };
    }

    ValueMap<T> Section<T>(FieldReader root, LockSection section, Func<string, FieldReader, T?> read)
        where T : LockEntry
    {
        if (root.Object(section.Name()) is not { } part)
            return [];
        var entries = new FieldReader(part, section.Name(), problems);
        return
        [
            .. from name in part.Members.Select(x => x.Name).Distinct()
               let fields = entries.Object(name)
               where fields is not null
               let entry = read(name, new FieldReader(fields, name, problems))
               where entry is not null
               select KeyValuePair.Create(name, entry),
        ];
    }

    ValueMap<RawJson> Unknown(string name, JsonPart.Object section) => new FieldReader(section, name, problems).Rest;
}
