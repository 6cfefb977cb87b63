using System.Xml;
using System.Xml.Linq;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>
/// What the gate made of a run as JUnit's XML, which CI hosts show as tests: a suite an image, a failed test for what is refused, a
/// skipped one for what is exempted, one that passed for an image with nothing of either.
/// </summary>
static class JUnitReport
{
    internal const string FileName = "junit.xml";

    internal static XDocument Of(IEnumerable<ScannedImage> scanned) => new(new XElement("testsuites", scanned.Select(Suite)));

    static XElement Suite(ScannedImage image)
    {
        var cases = image.Decision.Findings.Where(x => x.Judgement != Judgement.Tolerated).Select(x => Case(image.Receipt.Name, x)).ToArray();
        if (cases.Length == 0)
            cases = [new XElement("testcase", new XAttribute("classname", image.Receipt.Name), new XAttribute("name", "nothing is refused"))];
        return new XElement(
            "testsuite",
            new XAttribute("name", image.Receipt.Name),
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(x => x.Element("failure") is not null)),
            new XAttribute("skipped", cases.Count(x => x.Element("skipped") is not null)),
            cases);
    }

    static XElement Case(string image, JudgedFinding judged)
    {
        var finding = judged.Finding;
        return new XElement(
            "testcase",
            new XAttribute("classname", image),
            new XAttribute("name", Legal($"{finding.Id} {finding.Package ?? finding.Title} {finding.File}".TrimEnd())),
            judged.Judgement switch
            {
                Judgement.Known => new XElement("skipped", new XAttribute("message", "it was there before")),
                Judgement.Exempted => new XElement("skipped", new XAttribute("message", Legal(judged.Exemption!.ToString()))),
                Judgement.InGrace => new XElement("skipped", new XAttribute("message", $"public since {finding.Published:yyyy-MM-dd}, so it may pass for a while")),
                _ => new XElement("failure", new XAttribute("message", Legal(MessageOf(judged)))),
            });
    }

    // XML has no way to write most control characters, and an image's file may have any in its name.
    static string Legal(string text) => string.Concat(
        text.EnumerateRunes().Select(x => !x.IsBmp || XmlConvert.IsXmlChar((char)x.Value) ? x.ToString() : "\uFFFD"));

    static string MessageOf(JudgedFinding judged)
    {
        var finding = judged.Finding;
        var mended = finding.FixedVersion is { } version ? $", fixed in {version}" : "";
        var expired = judged.Exemption is { } exemption ? $"; an exemption has expired: {exemption}" : "";
        return $"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Title ?? finding.Id}, installed {finding.InstalledVersion ?? "-"}{mended}{expired}";
    }
}
