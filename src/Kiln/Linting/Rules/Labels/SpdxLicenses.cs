namespace Kiln.Linting.Rules.Labels;

/// <summary>Licences by their identifiers of https://spdx.org/licenses: those that most software has, not all.</summary>
static class SpdxLicenses
{
    static readonly HashSet<string> Ids = new(StringComparer.OrdinalIgnoreCase)
    {
        "0BSD", "AFL-3.0", "AGPL-1.0", "AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0", "AGPL-3.0-only", "AGPL-3.0-or-later",
        "Apache-1.0", "Apache-1.1", "Apache-2.0", "APSL-2.0", "Artistic-1.0", "Artistic-1.0-Perl", "Artistic-2.0",
        "Beerware", "BlueOak-1.0.0", "BSL-1.0", "BUSL-1.1", "CAL-1.0", "CC0-1.0", "CDDL-1.0", "CDDL-1.1", "CPL-1.0", "curl",
        "ECL-2.0", "EFL-2.0", "Elastic-2.0", "EPL-1.0", "EPL-2.0", "EUPL-1.1", "EUPL-1.2", "FTL", "FSL-1.1-ALv2", "FSL-1.1-MIT",
        "GPL-1.0", "GPL-1.0-only", "GPL-1.0-or-later", "GPL-2.0", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0", "GPL-3.0-only",
        "GPL-3.0-or-later", "HPND", "ICU", "IJG", "IPL-1.0", "ISC", "JSON", "LGPL-2.0", "LGPL-2.0-only", "LGPL-2.0-or-later",
        "LGPL-2.1", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0", "LGPL-3.0-only", "LGPL-3.0-or-later", "Libpng", "libtiff",
        "MirOS", "MIT", "MPL-1.0", "MPL-1.1", "MPL-2.0", "MPL-2.0-no-copyleft-exception", "MS-PL", "MS-RL", "MulanPSL-2.0", "NCSA",
        "OpenSSL", "OSL-3.0", "PHP-3.0", "PHP-3.01", "PostgreSQL", "PSF-2.0", "Python-2.0", "Python-2.0.1", "QPL-1.0", "Ruby",
        "Sleepycat", "SSPL-1.0", "Unlicense", "UPL-1.0", "Vim", "W3C", "WTFPL", "X11", "Zlib", "ZPL-2.0", "ZPL-2.1",
    };

    // Of these there are too many to be told.
    static readonly string[] Families =
    [
        "BSD-1-", "BSD-2-", "BSD-3-", "BSD-4-", "CC-BY-", "CECILL-", "CERN-OHL-", "GFDL-", "LicenseRef-", "MIT-", "ODbL-",
        "ODC-By-", "OFL-", "OGL-", "OLDAP-", "OPL-", "PolyForm-", "Unicode-",
    ];

    /// <summary>One that is known, or of a family that is.</summary>
    public static bool Has(string id) => Ids.Contains(id)
        || Families.Any(x => id.StartsWith(x, StringComparison.OrdinalIgnoreCase) && id.Length > x.Length);
}
